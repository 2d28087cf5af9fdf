package org.ffigen.bind;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

import org.ffigen.bind.JavaValue.Kind;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.lower.Shape;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.OpaqueDecl;
import org.ffigen.model.Declaration.RecordDecl;
import org.ffigen.model.NativeApi;

/** How Java sees each C type. */
final class TypeMapper {

    /** What a type begins with that may be null. */
    static final String NULLABLE = "@Nullable ";
    /** What a {@code PointerRef} is deep at most; of a pointer that is deeper Java knows the address. */
    private static final int MAX_POINTER_DEPTH = 8;

    private static final Pattern LAMBDA_PARAMETER = Pattern.compile("\\bit_+\\b");

    private final NativeApi api;
    private final Lowering lowering;
    private final DeclaredNames declared;
    private final TypeNames names;
    private final Callbacks callbacks;
    private final Characters characters;
    private final String library;
    private final String pointers;

    TypeMapper(NativeApi api, Lowering lowering, DeclaredNames declared, Callbacks callbacks, JavaNaming naming,
            Characters characters) {
        this.api = api;
        this.lowering = lowering;
        this.declared = declared;
        this.names = declared.types();
        this.callbacks = callbacks;
        this.characters = characters;
        this.library = naming.className();
        this.pointers = naming.className() + ".Pointers";
    }

    /** How C names are spelled. */
    NamingStrategy strategy() {
        return declared.strategy();
    }

    /** The names of what is declared. */
    DeclaredNames declared() {
        return declared;
    }

    /** The types that code about those writes. */
    MentionedTypes mentioned(List<CType> cTypes) {
        MentionedTypes mentioned = new MentionedTypes(api, names);
        cTypes.forEach(mentioned::add);
        return mentioned;
    }

    /**
     * A parameter, result or member that is one value: anything but an array in memory.
     *
     * @param place names the interface of a function pointer that has no typedef
     */
    JavaValue map(CType type, String place) {
        CType resolved = lowering.resolve(type);
        return switch (resolved) {
            case CType.Pointer pointer -> TypeNames.functionOf(pointer, lowering).isPresent()
                    ? functionPointer(type, place)
                    : pointer(pointer.pointee(), place);
            case CType.Array array ->
                pointer(lowering.isConst(type) ? new CType.Const(array.element()) : array.element(), place);
            case CType.Function _ -> functionPointer(type, place);
            case CType.Named named -> named(named.id(), resolved);
            case CType.Atomic(var inner) -> Extended.atomic(map(inner, place));
            case CType.Vector vector -> pointer(vector.element(), place);
            default -> switch (lowering.shape(resolved)) {
                case Shape.Scalar scalar -> Scalars.of(scalar.word());
                case Shape.ComplexShape complex -> Extended.complex(complex);
                default -> Extended.of(resolved, lowering).orElseGet(() -> Scalars.of(ScalarKind.POINTER));
            };
        };
    }

    /** The library class. */
    String library() {
        return library;
    }

    /** The class with the typed views of addresses. */
    String pointers() {
        return pointers;
    }

    /** The text at an address that is an expression. */
    String text(String address) {
        return pointers + ".string(" + address + ")";
    }

    private JavaValue named(DeclId id, CType type) {
        if (api.find(id).orElse(null) instanceof EnumDecl enumeration) {
            JavaValue integer = Scalars.of(((Shape.Scalar) lowering.shape(type)).word());
            return names.ofEnum(id).map(name -> enumeration(name, enumeration, integer)).orElse(integer);
        }
        String name = names.find(id).orElseThrow();
        Shape shape = lowering.shape(type);
        Shape call = lowering.callShape(type);
        String content = "StructValue.newContent(" + Literals.ofSize(shape.size()) + ")";
        boolean ownBytes = !(api.find(id).orElse(null) instanceof RecordDecl record
                && RecordBinder.isJavaRecord(record, api, lowering));
        Carrier carrier = new Carrier("MemorySegment", name + ".LAYOUT", name,
                ownBytes ? "$.toSegment()" : "new " + name + ".Ptr(" + content + ").set($).segment()",
                "new " + name + ".Ptr($).get()", content);
        return new JavaValue(Kind.RECORD, name, name, carrier, call.equals(shape) || call instanceof Shape.Refused
                ? carrier
                : carrier.withLayout(CallLayout.expression(call)));
    }

    private static JavaValue enumeration(String name, EnumDecl declaration, JavaValue integer) {
        return new JavaValue(Kind.SCALAR, name, name, enumCarrier(name, integer.access()),
                enumCarrier(name, integer.call()));
    }

    /** The value of a constant is an {@code int} even where C's type is narrower, or {@code bool}. */
    private static Carrier enumCarrier(String name, Carrier integer) {
        if (integer.type().equals("boolean")) {
            return integer.converting("$.value() != 0", name + ".of($ ? 1 : 0)");
        }
        boolean narrow = (integer.type().equals("byte") || integer.type().equals("short"))
                && !integer.toNative("").startsWith("(");
        return integer.converting((narrow ? "(" + integer.type() + ") " : "") + integer.toNative("$.value()"),
                name + ".of(" + integer.fromNative() + ")");
    }

    private JavaValue functionPointer(CType type, String place) {
        return callbacks.use(type, place)
                .map(name -> pointerValue("FunctionPointer<" + name + ">", "FunctionPointer<" + name + ">",
                        "FunctionPointer.of($)"))
                .orElseGet(() -> Scalars.of(ScalarKind.POINTER));
    }

    /** A pointer to that type. */
    private JavaValue pointer(CType pointee, String place) {
        boolean readOnly = lowering.isConst(pointee);
        CType target = lowering.resolve(pointee);
        if (target instanceof CType.Named named && !(api.find(named.id()).orElse(null) instanceof EnumDecl)) {
            return pointerToRecord(named.id(), readOnly);
        }
        if (target instanceof CType.Pointer
                || target instanceof CType.Builtin(var kind) && kind == BuiltinKind.VA_LIST) {
            if (isDeep(target)) {
                return Scalars.of(ScalarKind.POINTER);
            }
            JavaValue element = map(pointee, place);
            return pointerValue("PointerRef<" + element.resultType() + ">", "PointerRef<" + element.resultType() + ">",
                    "PointerRef.of(" + pointers + ".unbounded($), " + view(element, "it_") + ")"
                            + (readOnly ? ".asReadOnly()" : ""));
        }
        if (lowering.storage(target) instanceof Shape.ComplexShape complex) {
            String name = Extended.complexName(complex);
            return pointerValue("Pointer<" + name + ">", name + ".Ptr",
                    "new " + name + ".Ptr(" + pointers + ".unbounded($))"
                            + (readOnly ? ".asReadOnly()" : ""));
        }
        Optional<Carrier> codec = codec(target, place);
        if (codec.isPresent()) {
            String type = Extended.pointerType(codec.get());
            return pointerValue(type, type, "ValuePtr.of(" + pointers + ".unbounded($), " + codec.get().layout() + ")"
                    + (readOnly ? ".asReadOnly()" : ""));
        }
        if (target instanceof CType.Vector vector) {
            return pointer(readOnly ? new CType.Const(vector.element()) : vector.element(), place);
        }
        if (target instanceof CType.Array array) {
            return pointer(readOnly ? new CType.Const(array.element()) : array.element(), place);
        }
        return scalarPointer(target).map(scalar -> pointerValue(scalar.name(), scalar.name(),
                pointers + "." + scalar.factory() + "($)" + (readOnly ? ".asReadOnly()" : "")))
                .orElseGet(() -> Scalars.of(ScalarKind.POINTER));
    }

    /** Whether a type of Java's for that pointer would be too long to be of use. */
    private boolean isDeep(CType pointer) {
        CType at = pointer;
        for (int depth = 1; at instanceof CType.Pointer(var pointee, _); depth++) {
            if (depth == MAX_POINTER_DEPTH) {
                return true;
            }
            at = lowering.resolve(pointee);
        }
        return false;
    }

    /** How a codec of the runtime reads and writes values of that type; empty if a layout does. */
    Optional<Carrier> codec(CType type, String place) {
        CType resolved = lowering.resolve(type);
        return (resolved instanceof CType.Atomic && lowering.refusalInPlace(resolved).isEmpty()
                ? Optional.of(map(resolved, place))
                : Extended.of(resolved, lowering)).map(JavaValue::access);
    }

    /** The runtime's pointer to that type, if it is a scalar other than a pointer. */
    Optional<Scalars.PointerClass> scalarPointer(CType target) {
        return lowering.storage(target) instanceof Shape.Scalar(var word) && word != ScalarKind.VOID
                && word != ScalarKind.POINTER ? Optional.of(Scalars.pointerTo(word)) : Optional.empty();
    }

    /** A lambda that makes an element of a {@code PointerRef} from its address. */
    static String view(JavaValue element, String variable) {
        String inner = LAMBDA_PARAMETER.matcher(element.access().fromNative()).replaceAll("$0_");
        return variable + " -> " + inner.replace("$", variable);
    }

    private JavaValue pointerToRecord(DeclId id, boolean readOnly) {
        String address = readOnly ? "$.asReadOnly()" : "$";
        Optional<String> name = names.find(id);
        if (name.isEmpty()) {
            return Scalars.of(ScalarKind.POINTER);
        }
        if (api.find(id).orElse(null) instanceof OpaqueDecl) {
            return pointerValue(name.get(), name.get(), name.get() + ".of($)");
        }
        return pointerValue("Pointer<" + name.get() + ">", name.get() + ".Ptr",
                "new " + name.get() + ".Ptr(" + address + ")");
    }

    /** The type only the library can look inside that a parameter points to. */
    Optional<DeclId> opaque(CType pointer) {
        return lowering.resolve(pointer) instanceof CType.Pointer to
                && lowering.resolve(to.pointee()) instanceof CType.Named named
                && api.find(named.id()).orElse(null) instanceof OpaqueDecl ? Optional.of(named.id()) : Optional.empty();
    }

    /**
     * Whether that type is {@code const char *}, or the same of what else is a character. No copy of a text is aligned to
     * more than its characters.
     */
    boolean isText(CType type) {
        return lowering.resolve(type) instanceof CType.Pointer pointer
                && lowering.isConst(pointer.pointee())
                && isCharacter(pointer.pointee())
                && alignmentBehind(type).isEmpty();
    }

    /** The alignment that C demands behind a pointer or array, if it is more than Java's has by itself. */
    OptionalLong alignmentBehind(CType type) {
        return OverAligned.behind(type, lowering);
    }

    /** Whether a type, const or not, is {@code char} or what else the user says is one. */
    boolean isCharacter(CType type) {
        return characters.include(type);
    }

    /** Whether the header promises that it is never null. */
    boolean isNonnull(CType type) {
        return lowering.resolve(type) instanceof CType.Pointer pointer
                && pointer.nullability() == CType.Nullability.NONNULL;
    }

    /** Whether that type is a struct or union with members. */
    boolean isRecord(CType type) {
        return lowering.resolve(type) instanceof CType.Named named
                && api.find(named.id()).orElse(null) instanceof RecordDecl;
    }

    /** The Java name of a struct or union. */
    String recordName(CType record) {
        return names.find(((CType.Named) lowering.resolve(record)).id()).orElseThrow();
    }

    private static JavaValue pointerValue(String parameterType, String resultType, String fromNative) {
        return new JavaValue(Kind.POINTER, NULLABLE + parameterType, resultType,
                Scalars.ADDRESS.converting(Carrier.OF_POINTER, fromNative),
                Scalars.ADDRESS.converting(Carrier.OF_POINTER, fromNative));
    }
}
