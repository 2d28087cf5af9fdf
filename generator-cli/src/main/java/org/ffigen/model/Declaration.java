package org.ffigen.model;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Something a header declares. */
public sealed interface Declaration {

    DeclId id();

    /** The comment that documents it, as written, markers included. */
    Optional<String> comment();

    SourceLocation source();

    /** The declared name. */
    default String name() {
        return id().name();
    }

    /** Further names that macros of the headers give it. */
    default List<String> aliases() {
        return List.of();
    }

    /** Its id under another of its names. */
    default DeclId idAs(String alias) {
        return new DeclId(id().kind(), alias);
    }

    /**
     * A function.
     *
     * @param symbol what the linker calls it; differs from the name after {@code __asm__("...")}
     * @param firstVariadic of a typed instance of a variadic function: how many parameters the function itself
     *     declares; those behind them are passed as C passes variadic ones
     * @param shim how it is called if not by its symbol
     * @param deprecated the message of the attribute, empty if it has none
     * @param aliases the names that macros of the headers give it, sorted: {@code #define foo_init foo_init_v2}
     */
    record FunctionDecl(DeclId id, String symbol, FunctionType type, Linkage linkage, OptionalInt firstVariadic,
            Optional<Shim> shim, boolean noreturn, Optional<String> deprecated, Optional<String> comment,
            SourceLocation source, List<String> aliases) implements Declaration {
        public FunctionDecl {
            aliases = aliases.stream().sorted().toList();
        }

        /** A function that is called by its symbol, if it has one, and that no macro renames. */
        public FunctionDecl(DeclId id, String symbol, FunctionType type, Linkage linkage, boolean noreturn,
                Optional<String> deprecated, Optional<String> comment, SourceLocation source) {
            this(id, symbol, type, linkage, OptionalInt.empty(), Optional.empty(),
                    noreturn, deprecated, comment, source, List.of());
        }

        /** The same function under more names. */
        public FunctionDecl withAliases(List<String> names) {
            return new FunctionDecl(id, symbol, type, linkage, firstVariadic, shim, noreturn, deprecated, comment,
                    source, names);
        }

        /** The same function, called through a shim, or by its symbol. */
        public FunctionDecl withShim(Optional<Shim> through) {
            return new FunctionDecl(id, symbol, type, linkage, firstVariadic, through, noreturn, deprecated, comment,
                    source, aliases);
        }

        /** The type of what is called: the shim's, or its own. */
        public FunctionType calledType() {
            return shim.map(Shim::type).orElse(type);
        }

        /** How many parameters what is called has before its own: one if a shim writes the result to a place. */
        public int hiddenParameters() {
            return calledType().parameters().size() - type.parameters().size();
        }

        /** The function or macro that messages are about: of a typed instance the variadic function. */
        public String calledName() {
            return firstVariadic.isPresent() ? symbol : name();
        }
    }

    /**
     * A complete struct or union; {@code id.kind()} says which.
     *
     * @param layout sizes and offsets by target, as the C compiler has them
     */
    record RecordDecl(DeclId id, List<Member> members, PerTarget<Layout> layout, Optional<String> comment,
            SourceLocation source) implements Declaration {
        public RecordDecl {
            members = List.copyOf(members);
        }
    }

    /**
     * A member of a record.
     *
     * @param name empty for an anonymous member and an unnamed bit-field
     * @param bits the width of a bit-field
     * @param deprecated the message of the attribute, empty if it has none
     */
    record Member(String name, CType type, OptionalInt bits, Optional<String> deprecated, Optional<String> comment) {

        /** A member that is as good as others. */
        public Member(String name, CType type, OptionalInt bits, Optional<String> comment) {
            this(name, type, bits, Optional.empty(), comment);
        }
    }

    /** A struct or union that is only declared: there are pointers to it, and nothing else. */
    record OpaqueDecl(DeclId id, Optional<String> comment, SourceLocation source) implements Declaration {}

    /**
     * An enumeration.
     *
     * @param type the integer type that holds it
     * @param flags whether its values are bits to be combined, by clang's {@code flag_enum}
     */
    record EnumDecl(DeclId id, BuiltinKind type, List<EnumConstant> constants, boolean flags,
            Optional<String> comment, SourceLocation source) implements Declaration {
        public EnumDecl {
            constants = List.copyOf(constants);
        }
    }

    /**
     * An enumerator.
     *
     * @param deprecated the message of the attribute, its own or the enumeration's; empty if it has none
     */
    record EnumConstant(String name, BigInteger value, Optional<String> deprecated, Optional<String> comment) {

        /** An enumerator that is as good as others. */
        public EnumConstant(String name, BigInteger value, Optional<String> comment) {
            this(name, value, Optional.empty(), comment);
        }
    }

    /**
     * {@code typedef type name;}.
     *
     * @param align in bytes, of {@code typedef type name __attribute__((aligned(align)))}; empty if it is the type's
     */
    record TypedefDecl(DeclId id, CType type, OptionalLong align, Optional<String> comment, SourceLocation source)
            implements Declaration {}

    /**
     * {@code extern type name;}.
     *
     * @param symbol what the linker calls it
     * @param shim a function that gives its address, if that is how it is found
     * @param deprecated the message of the attribute, empty if it has none
     * @param aliases the names that macros of the headers give it, sorted
     */
    record VariableDecl(DeclId id, String symbol, CType type, boolean threadLocal, Optional<Shim> shim,
            Optional<String> deprecated, Optional<String> comment, SourceLocation source, List<String> aliases)
            implements Declaration {
        public VariableDecl {
            aliases = aliases.stream().sorted().toList();
        }

        /** A variable that is found by its symbol, and that no macro renames. */
        public VariableDecl(DeclId id, String symbol, CType type, boolean threadLocal, Optional<String> comment,
                SourceLocation source) {
            this(id, symbol, type, threadLocal, Optional.empty(), Optional.empty(), comment, source, List.of());
        }

        /** The same variable under more names. */
        public VariableDecl withAliases(List<String> names) {
            return new VariableDecl(id, symbol, type, threadLocal, shim, deprecated, comment, source, names);
        }

        /** The same variable, found through a shim, or by its symbol. */
        public VariableDecl withShim(Optional<Shim> through) {
            return new VariableDecl(id, symbol, type, threadLocal, through, deprecated, comment, source, aliases);
        }
    }

    /**
     * An object-like macro whose body is a constant expression, or a {@code static const} variable with a constant
     * initializer: {@code id.kind()} says which.
     *
     * @param text the body or initializer as written, without comments
     */
    record MacroConstant(DeclId id, String text, ConstantValue value, Optional<String> comment, SourceLocation source)
            implements Declaration {}
}
