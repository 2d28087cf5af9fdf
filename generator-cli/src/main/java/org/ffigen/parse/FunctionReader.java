package org.ffigen.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.Linkage;
import org.ffigen.model.SourceLocation;

/** Reads functions. */
final class FunctionReader {

    private static final Pattern NORETURN_WORD = Pattern.compile("\\b_Noreturn\\b|\\[\\[(?:\\w+::)?_*noreturn_*]]");
    private static final Pattern WEAK = Pattern.compile(
            "__attribute__\\(\\(_*weak_*\\)\\)|\\[\\[(?:\\w+::)?_*weak_*]]");
    /** The specifier of a declaration itself; clang counts those of others of the function too. */
    private static final Pattern INLINE = Pattern.compile("(?:^|\\s)inline\\s");
    private static final Pattern GNU_INLINE = Pattern.compile("\\b_*gnu_inline_*\\b");
    private static final Pattern ALWAYS_INLINE = Pattern.compile("\\b_*always_inline_*\\b");
    private static final String NORETURN = "__attribute__((noreturn))";

    private final TypeReader types;
    private final DeclarationReader declarations;
    private final boolean gnuInline;
    private final Map<Long, Boolean> noreturn = new HashMap<>();

    /** @param gnuInline whether inline means what it meant before C99 */
    FunctionReader(TypeReader types, DeclarationReader declarations, boolean gnuInline) {
        this.types = types;
        this.declarations = declarations;
        this.gnuInline = gnuInline;
    }

    FunctionDecl read(Cursor cursor) {
        String name = cursor.spelling();
        ClangType type = cursor.type();
        SourceLocation source = declarations.location(cursor);
        boolean attributes = cursor.hasAttributes();
        String text = attributes || cursor.isFunctionInlined() ? cursor.prettyPrinted() : "";
        FunctionType signature = types.readFunction(type, new Declarator(cursor, name));
        return new FunctionDecl(DeclId.function(name), attributes ? Symbols.of(cursor, name) : name,
                NonnullAttributes.applied(signature, cursor, new HiddenPointers(types, cursor), text),
                linkage(cursor, text),
                isNoreturn(type) || says(text, "oreturn", NORETURN_WORD),
                attributes ? cursor.deprecation() : Optional.empty(), declarations.comment(cursor, source), source);
    }

    /**
     * In C99 an inline function is in a library if one declaration is not inline, or extern. In GNU's older C extern
     * means that the compiler makes none of it, and calls that of a library wherever it does not inline it; if it always
     * does, there need be none, as of the intrinsics of processors.
     *
     * @param text the function as clang prints it; empty if it has no attributes and is not inline
     */
    private Linkage linkage(Cursor cursor, String text) {
        boolean gnu = gnuInline || says(text, "gnu_inline", GNU_INLINE);
        boolean isInline = says(text, "inline", INLINE)
                && (gnu ? cursor.isExtern() && says(text, "always_inline", ALWAYS_INLINE) : !cursor.isExtern());
        if (cursor.isInternal() || isInline) {
            return Linkage.INLINE;
        }
        return says(text, "weak", WEAK) ? Linkage.WEAK : Linkage.EXTERNAL;
    }

    /** @param word in all that matches the pattern, which is looked for first: few texts have it */
    private static boolean says(String text, String word, Pattern pattern) {
        return text.contains(word) && pattern.matcher(text).find();
    }

    /** The attribute belongs to the type, and clang exposes it nowhere but in how it spells that. */
    private boolean isNoreturn(ClangType type) {
        return noreturn.computeIfAbsent(type.identity(), _ -> type.canonical().spelling().endsWith(NORETURN));
    }

    /** What two declarations of the same function say together. */
    static FunctionDecl merge(FunctionDecl a, FunctionDecl b) {
        FunctionType type = a.type().prototyped() || !b.type().prototyped() ? a.type() : b.type();
        FunctionType other = type == a.type() ? b.type() : a.type();
        return new FunctionDecl(a.id(), a.symbol().equals(a.name()) ? b.symbol() : a.symbol(), together(type, other),
                together(a.linkage(), b.linkage()), a.noreturn() || b.noreturn(), a.deprecated().or(b::deprecated),
                a.comment().or(b::comment), a.source());
    }

    /** One declaration that says it is weak makes it so; it is in the header only if all say that. */
    private static Linkage together(Linkage a, Linkage b) {
        if (a == Linkage.WEAK || b == Linkage.WEAK) {
            return Linkage.WEAK;
        }
        return a == b ? a : Linkage.EXTERNAL;
    }

    /** The type with the names, and what must not be null, that only the other declaration gives. */
    private static FunctionType together(FunctionType type, FunctionType other) {
        if (type.parameters().size() != other.parameters().size()) {
            return type;
        }
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < type.parameters().size(); i++) {
            Parameter parameter = type.parameters().get(i);
            Parameter too = other.parameters().get(i);
            parameters.add(new Parameter(parameter.name().isEmpty() ? too.name() : parameter.name(),
                    NonnullAttributes.merge(parameter.type(), too.type())));
        }
        return new FunctionType(NonnullAttributes.merge(type.result(), other.result()), parameters, type.variadic(),
                type.prototyped());
    }
}
