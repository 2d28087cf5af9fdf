package org.ffigen.parse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ffigen.clang.ClangType;
import org.ffigen.clang.Cursor;
import org.ffigen.clang.TypeKind;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.CType.Nullability;
import org.ffigen.model.CType.Qualifier;
import org.ffigen.model.DeclId;
import org.ffigen.model.FunctionType;
import org.ffigen.model.FunctionType.Parameter;
import org.ffigen.model.SkipCode;

/** Reads types as they are written, and tells which declarations they need. */
final class TypeReader {

    /** C promises 12 pointers, arrays and functions around a type; without an end ours would exhaust the stack. */
    private static final int MAX_DEPTH = 200;

    /** Leaves a type that is nested too deeply, which as a whole is unsupported then. */
    private static final class TooDeepException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        TooDeepException() {
            super(null, null, false, false);
        }
    }

    /** Takes the declarations that a type refers to, each as often as it does. */
    interface References {
        void type(DeclId id, Cursor declaration);

        /** Whether a declaration belongs to the library. */
        boolean isOwn(Cursor declaration);
    }

    private static final Pattern BIT_INT = Pattern.compile("(unsigned )?_BitInt\\((\\d+)\\)");
    private static final Pattern QUALIFIERS = Pattern.compile("^(?:(?:const|volatile) )+");

    private final DeclarationNames names;
    private final References references;
    private final Map<Long, CType> read = new HashMap<>();
    private final Map<Long, CType> typedefs = new HashMap<>();
    private int depth;

    TypeReader(DeclarationNames names, References references) {
        this.names = names;
        this.references = references;
    }

    CType read(ClangType type, Declarator declarator) {
        CType known = read.get(type.identity());
        if (known != null) {
            return known;
        }
        CType unqualified = nested(type, declarator);
        CType result = unqualified instanceof CType.Function ? unqualified : qualified(unqualified, type);
        if (!namesParameters(result)) {
            read.put(type.identity(), result);
        }
        return result;
    }

    /** A type with the qualifiers that are written with it; only pointers, and what a typedef hides, have restrict. */
    private static CType qualified(CType type, ClangType written) {
        CType outer = CType.VOID;
        if (written.isRestrict() && (type.unqualified() instanceof CType.Pointer || type instanceof CType.Named)) {
            outer = new CType.Qualified(Qualifier.RESTRICT, outer);
        }
        if (written.isVolatile()) {
            outer = new CType.Qualified(Qualifier.VOLATILE, outer);
        }
        return outer.equals(CType.VOID) && !written.isConst()
                ? type
                : (written.isConst() ? new CType.Const(outer) : outer).qualifying(type);
    }

    private CType nested(ClangType type, Declarator declarator) {
        int outer = depth++;
        try {
            if (outer == MAX_DEPTH) {
                throw new TooDeepException();
            }
            return unqualified(type, declarator);
        } catch (TooDeepException e) {
            if (outer == 0) {
                return new CType.Unsupported(SkipCode.UNSUPPORTED_TYPE.code(), "void * /* nested too deeply */");
            }
            throw e;
        } finally {
            depth = outer;
        }
    }

    FunctionType readFunction(ClangType type, Declarator declarator) {
        CType result = read(type.result(), declarator.anonymous());
        int count = type.argumentCount();
        List<Parameter> parameters = new ArrayList<>();
        if (count > 0) {
            List<Declarator> declarators = declarator.parameters(count);
            for (int i = 0; i < count; i++) {
                Declarator parameter = declarators.get(i);
                parameters.add(new Parameter(parameter.name(), parameterType(type, i, parameter)));
            }
        }
        boolean prototyped = count > 0 || type.canonical().kind() != TypeKind.FUNCTION_NO_PROTO;
        return new FunctionType(result, parameters, prototyped && type.isVariadic(), prototyped);
    }

    /** As the parameter has it if it can be asked: a function that clang knows itself is told its own types. */
    private CType parameterType(ClangType function, int index, Declarator parameter) {
        if (parameter.cursor() == null || isPromoted(parameter.cursor().type(), function.argument(index))) {
            return read(function.argument(index), parameter);
        }
        CType type = read(parameter.cursor().type(), parameter);
        if (type == CallingConventions.FUNCTION) {
            return new CType.Pointer(type);
        }
        // Of what a typedef makes an array, const is the elements' own, and not the parameter's.
        if (isArray(parameter.cursor().type())) {
            return type;
        }
        CType bare = type.unqualified();
        return type.is(Qualifier.RESTRICT) ? new CType.Qualified(Qualifier.RESTRICT, bare) : bare;
    }

    private static boolean isArray(ClangType type) {
        return switch (type.canonical().kind()) {
            case CONSTANT_ARRAY, INCOMPLETE_ARRAY, VARIABLE_ARRAY -> true;
            default -> false;
        };
    }

    /** Whether a definition without a prototype, as in K&R's C, declares less than what callers pass. */
    private static boolean isPromoted(ClangType declared, ClangType passed) {
        return switch (passed.canonical().kind()) {
            case INT, UINT, DOUBLE -> declared.size() < passed.size();
            default -> false;
        };
    }

    /** Whether the same type may be written elsewhere with other names in it. */
    private static boolean namesParameters(CType type) {
        return type instanceof CType.Function || type instanceof CType.Pointer p && namesParameters(p.pointee())
                || type instanceof CType.Array a && namesParameters(a.element())
                || type instanceof CType.Const c && namesParameters(c.type())
                || type instanceof CType.Qualified q && namesParameters(q.type());
    }

    private CType unqualified(ClangType type, Declarator declarator) {
        if (CallingConventions.isForeign(type.canonical())) {
            return CallingConventions.FUNCTION;
        }
        return switch (type.kind()) {
            case ELABORATED -> read(type.named(), declarator);
            case TYPEDEF -> typedef(type.declaration());
            case RECORD, ENUM -> declared(type.declaration(), declarator);
            case POINTER -> new CType.Pointer(read(type.pointee(), declarator));
            case FUNCTION_PROTO, FUNCTION_NO_PROTO -> new CType.Function(readFunction(type, declarator));
            case CONSTANT_ARRAY -> new CType.Array(read(type.element(), declarator),
                    OptionalLong.of(type.elementCount()));
            case INCOMPLETE_ARRAY, VARIABLE_ARRAY -> new CType.Array(read(type.element(), declarator),
                    OptionalLong.empty());
            case ATTRIBUTED -> attributed(type, declarator);
            case ATOMIC -> new CType.Atomic(read(type.value(), declarator));
            case COMPLEX -> complex(type, declarator);
            case VECTOR, EXT_VECTOR -> new CType.Vector(read(type.element(), declarator), type.elementCount(),
                    type.size());
            case NULLPTR -> new CType.Pointer(CType.VOID);
            default -> other(type, declarator);
        };
    }

    /** Primitive types, and sugar that libclang does not expose. */
    private CType other(ClangType type, Declarator declarator) {
        BuiltinKind kind = StandardTypes.primitive(type.kind());
        if (kind != null) {
            return new CType.Builtin(kind);
        }
        ClangType canonical = type.canonical();
        if (canonical.kind() == TypeKind.FUNCTION_PROTO || canonical.kind() == TypeKind.FUNCTION_NO_PROTO) {
            return new CType.Function(readFunction(type, declarator));
        }
        return canonical.identity() != type.identity()
                ? read(canonical, declarator)
                : unknown(canonical);
    }

    /** gcc has complex integers too. */
    private CType complex(ClangType type, Declarator declarator) {
        return switch (type.canonical().element().kind()) {
            case FLOAT16, FLOAT, DOUBLE, LONGDOUBLE, FLOAT128 -> new CType.Complex(read(type.element(), declarator));
            default -> unknown(type.canonical());
        };
    }

    private CType attributed(ClangType type, Declarator declarator) {
        if (CallingConventions.isAddedBy(type)) {
            return read(type.canonical(), declarator);
        }
        CType modified = read(type.modified(), declarator);
        Nullability nullability = switch (type.nullability()) {
            case 0 -> Nullability.NONNULL;
            case 1 -> Nullability.NULLABLE;
            default -> Nullability.UNSPECIFIED;
        };
        return modified.unqualified() instanceof CType.Pointer p && nullability != Nullability.UNSPECIFIED
                ? modified.qualifying(new CType.Pointer(p.pointee(), nullability))
                : modified;
    }

    /** libclang has no kind for {@code _BitInt}: its spelling tells. */
    private static CType unknown(ClangType canonical) {
        String spelling = QUALIFIERS.matcher(canonical.spelling()).replaceFirst("");
        Matcher bitInt = BIT_INT.matcher(spelling);
        return bitInt.matches()
                ? new CType.BitInt(Integer.parseInt(bitInt.group(2)), bitInt.group(1) == null)
                : new CType.Unsupported(SkipCode.UNSUPPORTED_TYPE.code(), spelling, Math.max(0, canonical.size()),
                        Math.max(1, canonical.align()));
    }

    private CType declared(Cursor declaration, Declarator declarator) {
        DeclId id = names.id(declaration, declarator.place());
        references.type(id, declaration);
        return new CType.Named(id);
    }

    private CType typedef(Cursor declaration) {
        CType known = typedefs.get(declaration.identity());
        if (known == null) {
            known = readTypedef(declaration, declaration.spelling());
            typedefs.put(declaration.identity(), known);
        }
        return known;
    }

    private CType readTypedef(Cursor declaration, String name) {
        ClangType type = declaration.typedefUnderlyingType();
        BuiltinKind standard = StandardTypes.typedef(name, type);
        if (standard != null) {
            return new CType.Builtin(standard);
        }
        if (isReserved(name) && !references.isOwn(declaration)) {
            return read(type, new Declarator(declaration, name));
        }
        DeclId id = DeclId.typedef(name);
        references.type(id, declaration);
        return new CType.Named(id);
    }

    /** Whether a name is one of the C library's internals, such as {@code __off_t}. */
    private static boolean isReserved(String name) {
        return name.startsWith("__")
                || name.length() > 1 && name.charAt(0) == '_' && Character.isUpperCase(name.charAt(1));
    }
}
