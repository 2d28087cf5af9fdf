package org.ffigen.parse;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ffigen.clang.ClangFile;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.CursorKind;
import org.ffigen.clang.CursorList;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.Declaration;
import org.ffigen.model.FunctionType;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Skipped;
import org.ffigen.model.SourceLocation;

/** Reads what own headers declare, and every type that can be reached from there, once each. */
final class DeclarationReader implements TypeReader.References {

    private final Sources sources;
    private final Set<String> macros;
    private final DeclarationNames names;
    private final TypeReader types;
    private final FunctionReader functions;
    private final VariableReader variables;
    private final RecordReader records;
    private final StaticConstants staticConstants;
    private final LayoutDoubts doubts;

    private final SortedMap<DeclId, Declaration> declarations = new TreeMap<>();
    private final List<Skipped> skipped = new ArrayList<>();
    private final Set<DeclId> otherSigns = new HashSet<>();
    private final Set<DeclId> known = new HashSet<>();
    private final Set<String> foreign = new HashSet<>();
    private final Deque<Pending> pending = new ArrayDeque<>();

    /** By the identity of a record without a tag: the alignment of the typedef that names it. */
    private final Map<Long, Long> namedAligns = new HashMap<>();

    private record Pending(DeclId id, Cursor declaration) {}

    /**
     * @param macros the headers' own
     * @param arguments for clang
     */
    DeclarationReader(Sources sources, DeclarationNames names, StorageOrder order, Collection<MacroDefinition> macros,
            ClangArguments arguments) {
        this.macros = macros.stream().map(MacroDefinition::name).collect(Collectors.toSet());
        this.sources = sources;
        this.names = names;
        types = new TypeReader(names, this);
        functions = new FunctionReader(types, this, arguments.gnuInline());
        variables = new VariableReader(types, this);
        records = new RecordReader(types, order, this);
        doubts = new LayoutDoubts(arguments.all(), sources);
        staticConstants = new StaticConstants(sources, this, CompilerMacros.varying(macros));
    }

    void readOwn(CursorList topLevel) {
        for (int i = 0; i < topLevel.size(); i++) {
            switch (topLevel.kind(i)) {
                case FUNCTION_DECL, VAR_DECL, TYPEDEF_DECL, STRUCT_DECL, UNION_DECL, ENUM_DECL -> {
                    Cursor cursor = topLevel.get(i);
                    if (isOwn(cursor)) {
                        read(cursor);
                    }
                }
                default -> {
                }
            }
        }
        readPending();
    }

    /** The types of the functions that the main file itself declares, by name. */
    Map<String, FunctionType> readWritten(CursorList topLevel, String main) {
        Map<String, FunctionType> written = new HashMap<>();
        for (int i = 0; i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.FUNCTION_DECL) {
                Cursor cursor = topLevel.get(i);
                ClangFile file = cursor.location().file();
                if (file != null && file.path().equals(main)) {
                    written.put(cursor.spelling(),
                            types.readFunction(cursor.type(), new Declarator(cursor, cursor.spelling())));
                }
            }
        }
        readPending();
        return written;
    }

    /** Reads functions of system headers under the names that own macros give them: {@code #define my_free free}. */
    void readNamed(CursorList topLevel, Map<MacroDefinition, String> macroTargets) {
        Map<String, FunctionDecl> found = new HashMap<>();
        for (int i = 0; !macroTargets.isEmpty() && i < topLevel.size(); i++) {
            if (topLevel.kind(i) == CursorKind.FUNCTION_DECL) {
                Cursor cursor = topLevel.get(i);
                if (macroTargets.containsValue(cursor.spelling()) && refusal(cursor).isEmpty()) {
                    found.merge(cursor.spelling(), functions.read(cursor), FunctionReader::merge);
                }
            }
        }
        macroTargets.forEach((macro, name) -> {
            FunctionDecl function = found.get(name);
            if (function == null) {
                skip("macro", macro.name(), SkipCode.MACRO_EXPRESSION, macro.source());
            } else {
                DeclId id = DeclId.function(macro.name());
                declarations.put(id, new FunctionDecl(id, function.symbol(), function.type(), function.linkage(),
                        function.noreturn(), function.deprecated(), macro.comment(), macro.source()));
            }
        });
        readPending();
    }

    SortedMap<DeclId, Declaration> declarations() {
        return declarations;
    }

    List<Skipped> skipped() {
        return skipped;
    }

    private void read(Cursor cursor) {
        switch (cursor.kind()) {
            case FUNCTION_DECL -> readFunction(cursor);
            case VAR_DECL -> readVariable(cursor);
            default -> readType(cursor);
        }
    }

    private void readFunction(Cursor cursor) {
        Optional<SkipCode> refusal = refusal(cursor);
        if (refusal.isEmpty()) {
            declarations.merge(DeclId.function(cursor.spelling()), functions.read(cursor),
                    (a, b) -> FunctionReader.merge((FunctionDecl) a, (FunctionDecl) b));
        } else if (foreign.add(cursor.spelling())) {
            skip("function", cursor.spelling(), refusal.get(), location(cursor));
        }
    }

    private static Optional<SkipCode> refusal(Cursor function) {
        if (CallingConventions.isForeign(function.type().canonical())) {
            return Optional.of(SkipCode.CALLING_CONVENTION);
        }
        return function.hasAttributes() && Symbols.isOverloaded(function)
                ? Optional.of(SkipCode.OVERLOADED_FUNCTION)
                : Optional.empty();
    }

    private void readVariable(Cursor cursor) {
        if (cursor.isInternal()) {
            staticConstants.read(cursor)
                    .ifPresentOrElse(constant -> declarations.put(constant.id(), constant),
                            () -> skip("variable", cursor.spelling(), SkipCode.STATIC_VARIABLE, location(cursor)));
        } else {
            declarations.merge(new DeclId(DeclId.Kind.VAR, cursor.spelling()), variables.read(cursor),
                    (a, b) -> VariableReader.merge((VariableDecl) a, (VariableDecl) b));
        }
    }

    private void readType(Cursor cursor) {
        boolean isRecord = cursor.kind() == CursorKind.STRUCT_DECL || cursor.kind() == CursorKind.UNION_DECL;
        // A record without a name is named by what it is declared for, and that comes next.
        if (!isRecord || !names.isUnnamed(cursor)) {
            types.read(cursor.type(), new Declarator(cursor, cursor.spelling()));
        }
    }

    private void readPending() {
        while (!pending.isEmpty()) {
            Pending next = pending.remove();
            declarations.put(next.id(), switch (next.id().kind()) {
                case STRUCT, UNION -> records.read(next.id(), next.declaration());
                case ENUM -> EnumReader.read(next.id(), next.declaration(), this);
                default -> TypedefReader.read(next.id(), next.declaration(), types, this);
            });
        }
        if (!doubts.isEmpty()) {
            for (DeclId id : doubts.among(declarations)) {
                Declaration record = declarations.get(id);
                if (!(record instanceof OpaqueDecl)) {
                    declarations.put(id, LayoutDoubts.opaque(record));
                    skip(id.kind().word(), id.name(), SkipCode.LAYOUT_DIFFERS, record.source());
                }
            }
        }
    }

    /** Notes an enumeration that has a sign for clang and none for gcc. */
    void noteOtherSign(DeclId enumeration) {
        otherSigns.add(enumeration);
    }

    /** The names of such enumerations, and those that typedefs give them: clang's value of what has them may be wrong. */
    Set<String> otherSigns() {
        if (otherSigns.isEmpty()) {
            return Set.of();
        }
        return declarations.keySet()
                .stream()
                .filter(id -> hasOtherSign(new CType.Named(id)))
                .map(DeclId::name)
                .collect(Collectors.toSet());
    }

    private boolean hasOtherSign(CType type) {
        return switch (type) {
            case CType.Named(var id) when declarations.get(id) instanceof TypedefDecl typedef ->
                hasOtherSign(typedef.type());
            case CType.Named(var id) -> otherSigns.contains(id);
            case CType.Const(var inner) -> hasOtherSign(inner);
            case CType.Qualified(_, var inner) -> hasOtherSign(inner);
            default -> false;
        };
    }

    /** What gcc and clang may lay out in different ways. */
    LayoutDoubts doubts() {
        return doubts;
    }

    /** Notes what the model cannot say is missing, or where; what follows from the model is noted later. */
    void skip(String kind, String name, SkipCode code, SourceLocation source) {
        skipped.add(new Skipped(kind, name, code, code.reason(), source));
    }

    /** Reads a type that own headers declare and nothing may refer to. */
    void readNested(Cursor declaration) {
        if (declaration.kind() == CursorKind.ENUM_DECL || declaration.kind() == CursorKind.STRUCT_DECL
                || declaration.kind() == CursorKind.UNION_DECL) {
            read(declaration);
        }
    }

    SourceLocation location(Cursor declaration) {
        return sources.location(declaration.location());
    }

    /** The file in which something is declared. */
    SourceText text(Cursor declaration) {
        return sources.text(declaration.location().file());
    }

    /** The doc comment of an own declaration; those of system headers come and go with their versions. */
    Optional<String> comment(Cursor declaration, SourceLocation source) {
        return source.line() > 0
                ? Comments.of(declaration, text(declaration), macros)
                : Optional.empty();
    }

    @Override
    public void type(DeclId id, Cursor declaration) {
        if (known.add(id)) {
            if (declaration.kind() == CursorKind.TYPEDEF_DECL) {
                noteAlign(declaration);
            }
            pending.add(new Pending(id, declaration));
        }
    }

    /** {@code typedef struct {...} name __attribute__((aligned(16)));} aligns the name, and not the struct. */
    private void noteAlign(Cursor typedef) {
        ClangType named = typedef.typedefUnderlyingType().canonical();
        if (named.kind() == TypeKind.RECORD && named.spelling().equals(typedef.spelling())) {
            namedAligns.put(named.declaration().definition().identity(), typedef.type().align());
        }
    }

    /** The alignment of the typedef that names a record without a tag; 0 if there is none. */
    long namedAlign(Cursor definition) {
        return namedAligns.getOrDefault(definition.identity(), 0L);
    }

    @Override
    public boolean isOwn(Cursor declaration) {
        return sources.isOwn(declaration.location().file());
    }
}
