package org.ffigen.lower;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration.EnumDecl;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.Declaration.TypedefDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;
import org.ffigen.model.Target;

/**
 * What the types of an API are for a call on one target. It computes no layout: sizes and offsets are the compiler's,
 * and only checked for being natural. For one thread; it remembers the records it has seen.
 */
public final class Lowering {

    /**
     * The JVM passes a call's arguments as at most 255 slots, a record in memory as one {@code long} (two slots) for
     * each 8 bytes; the address, the result buffer and {@code errno} take some. JDK 25 accepts 248 in the worst case.
     */
    private static final long MAX_ARGUMENT_SLOTS = 240;

    private final NativeApi api;
    private final Target target;
    private final RecordShapes records;
    private final ByValue byValue;
    private final Map<DeclId, CType> resolved = new HashMap<>();

    public Lowering(NativeApi api, Target target) {
        this.api = api;
        this.target = target;
        this.records = new RecordShapes(api, target, this);
        this.byValue = new ByValue(api, target);
    }

    /** The target whose types these are. */
    public Target target() {
        return target;
    }

    /**
     * What is passed for a parameter or result of that type: arrays, functions and {@code va_list} are addresses, an
     * enum is its integer. A record keeps its shape even where {@link #refusalByValue} says it cannot be passed.
     */
    public Shape shape(CType type) {
        return switch (resolve(type)) {
            case CType.Array _,CType.Function _ -> Shape.POINTER;
            case CType.Builtin(var kind) when kind == BuiltinKind.VA_LIST -> variableArguments();
            case CType resolved -> storage(resolved);
        };
    }

    /**
     * What the linker is told of a parameter or result of that type. Mostly {@link #shape} itself; of a record that
     * the linker would not take as it lies in memory, as it has bit-fields or is packed, a struct of scalars without
     * names that is as large and travels the same way.
     *
     * @return {@link Shape.Refused} where {@link #refusalByValue} has a reason
     */
    public Shape callShape(CType type) {
        return byValue.callShape(shape(type));
    }

    /** What lies in memory for a variable, member or element of that type: like {@link #shape}, but arrays stay. */
    public Shape storage(CType type) {
        return switch (resolve(type)) {
            case CType.Builtin builtin -> ScalarTypes.shape(builtin.kind(), target);
            case CType.Pointer _ -> Shape.POINTER;
            case CType.Array array -> array(array);
            case CType.Named named -> named(named.id());
            case CType.Function _ -> new Shape.Refused(SkipCode.INCOMPLETE_BY_VALUE);
            case CType.Complex(var part) -> ExtendedTypes.complex(storage(part));
            case CType.Vector vector -> new Shape.Refused(SkipCode.UNSUPPORTED_TYPE, vector.bytes(), vector.bytes());
            case CType.Atomic(var inner) -> ExtendedTypes.atomic(storage(inner));
            case CType.BitInt(var bits, _) -> ExtendedTypes.bitInt(bits, target);
            case CType.Unsupported unsupported -> new Shape.Refused(code(unsupported), unsupported.size(),
                    unsupported.align());
            case CType.Const(var inner) -> storage(inner);
            case CType.Qualified(_, var inner) -> storage(inner);
        };
    }

    /**
     * The type behind typedefs and qualifiers: never a {@link CType.Const}, and a {@link CType.Named} only for a
     * record or an enum. Types inside, such as a pointer's target, are left as they are.
     */
    public CType resolve(CType type) {
        CType at = type.unqualified();
        Set<DeclId> chain = null;
        while (at instanceof CType.Named(var id) && api.declarations().get(id) instanceof TypedefDecl typedef) {
            CType known = resolved.get(id);
            if (known != null) {
                at = known;
                break;
            }
            chain = chain == null ? new HashSet<>() : chain;
            if (!chain.add(id)) {
                throw new IllegalArgumentException(id + " is defined by itself");
            }
            at = typedef.type().unqualified();
        }
        if (chain != null) {
            for (DeclId id : chain) {
                resolved.put(id, at);
            }
        }
        return at;
    }

    /**
     * The alignment that C demands of what has that type, in bytes: its own, or that of a typedef on the way which says
     * another; 0 of what has none.
     */
    public long alignment(CType type) {
        return switch (type) {
            case CType.Const(var inner) -> alignment(inner);
            case CType.Qualified(_, var inner) -> alignment(inner);
            case CType.Array(var element, _) -> alignment(element);
            case CType.Named(var id) when api.declarations().get(id) instanceof TypedefDecl typedef ->
                typedef.align().orElseGet(() -> alignment(typedef.type()));
            default -> storage(type).align();
        };
    }

    /**
     * Whether C lets nobody write to what has that type: the type is const, or a typedef that it goes through, or the
     * element of an array, which is what const means there.
     */
    public boolean isConst(CType type) {
        return switch (type) {
            case CType.Const _ -> true;
            case CType.Qualified(_, var inner) -> isConst(inner);
            case CType.Array(var element, _) -> isConst(element);
            case CType.Named(var id) when api.declarations().get(id) instanceof TypedefDecl typedef ->
                isConst(typedef.type());
            default -> false;
        };
    }

    /** The function's type as C adjusts it: a parameter declared as an array is the address of its first element. */
    public FunctionType adjusted(FunctionType type) {
        return new FunctionType(type.result(), type.parameters()
                .stream()
                .map(parameter -> new FunctionType.Parameter(parameter.name(), adjusted(parameter.type())))
                .toList(), type.variadic(), type.prototyped());
    }

    private CType adjusted(CType parameter) {
        if (!(resolve(parameter) instanceof CType.Array(var element, _))) {
            return parameter;
        }
        boolean constant = isConst(parameter) && !isConst(element);
        return new CType.Pointer(constant ? new CType.Const(element) : element, CType.Nullability.UNSPECIFIED);
    }

    /** Why what lies in memory for that type cannot be read and written from Java; empty if it can. */
    public Optional<SkipCode> refusalInPlace(CType type) {
        CType resolved = resolve(type);
        if (resolved instanceof CType.Array(var element, _)) {
            return refusalInPlace(element);
        }
        return storage(resolved) instanceof Shape.Refused(SkipCode code, _, _)
                && !ExtendedTypes.isReadable(resolved, this)
                        ? Optional.of(code)
                        : Optional.empty();
    }

    /** Why a bit-field of that type cannot be read and written from Java; empty if it can. */
    public Optional<SkipCode> refusalOfBits(CType type) {
        return storage(type) instanceof Shape.Refused refused && !ExtendedTypes.isInteger(resolve(type))
                ? Optional.of(refused.code())
                : Optional.empty();
    }

    /** Why the JVM's linker cannot call a function of that type right; empty if it can. */
    public Optional<SkipCode> refusal(FunctionType type) {
        return type.variadic() ? Optional.of(SkipCode.VARIADIC_FUNCTION) : refusalOfDeclared(type);
    }

    /** As {@link #refusal(FunctionType)}, of the parameters and the result that are declared. */
    private Optional<SkipCode> refusalOfDeclared(FunctionType type) {
        Optional<SkipCode> refusal = refusalOfResult(type.result());
        long slots = 0;
        for (FunctionType.Parameter parameter : type.parameters()) {
            if (refusal.isPresent()) {
                return refusal;
            }
            Shape shape = shape(parameter.type());
            refusal = shape.equals(Shape.VOID) ? Optional.of(SkipCode.UNSUPPORTED_TYPE) : refusal(shape);
            slots += slots(shape);
        }
        return refusal.isEmpty() && slots > MAX_ARGUMENT_SLOTS
                ? Optional.of(SkipCode.TOO_LARGE_BY_VALUE)
                : refusal;
    }

    /**
     * Why Java cannot call a function; empty if it can. What is in no library cannot be called at all without a shim.
     * A variadic function can: each call says what types its further arguments have.
     */
    public Optional<SkipCode> refusal(FunctionDecl function) {
        if (function.shim().isPresent()) {
            return refusal(function.calledType());
        }
        Optional<SkipCode> refusal = switch (function.linkage()) {
            case EXTERNAL, WEAK -> refusalOfDeclared(function.type());
            case INLINE -> Optional.of(!function.type().isSpelled()
                    ? SkipCode.UNNAMED_TYPE
                    : function.type().variadic()
                            ? SkipCode.INLINE_VARIADIC_FUNCTION
                            : SkipCode.INLINE_FUNCTION);
            case MACRO -> Optional.of(function.type().variadic()
                    ? SkipCode.VARIADIC_MACRO
                    : SkipCode.FUNCTION_LIKE_MACRO);
            case EXPRESSION -> Optional.of(SkipCode.MACRO_EXPRESSION);
        };
        // No shim would help either: C has no name for the type.
        return refusal.isPresent() && ExcludedTypes.isIn(function.type())
                ? Optional.of(SkipCode.EXCLUDED_TYPE)
                : refusal;
    }

    /** Why a value of that type cannot be a parameter or result, its size aside; empty if it can. */
    public Optional<SkipCode> refusalByValue(CType type) {
        return refusal(shape(type));
    }

    /**
     * Why a value of that type cannot be a result; empty if it can. The linker makes room for it as it is aligned without
     * typedefs; of arguments C ignores those, too.
     */
    public Optional<SkipCode> refusalOfResult(CType type) {
        Shape shape = shape(type);
        return refusal(shape)
                .or(() -> byValue.isInMemory(shape) && alignment(type) > Math.max(shape.align(), Long.BYTES)
                        ? Optional.of(SkipCode.OVER_ALIGNED_BY_VALUE)
                        : Optional.empty());
    }

    private Optional<SkipCode> refusal(Shape shape) {
        return byValue.callShape(shape) instanceof Shape.Refused(SkipCode code, _, _)
                ? Optional.of(code)
                : Optional.empty();
    }

    /** An array on x86-64 outside of Windows, so an address; elsewhere a value that only C can make. */
    private Shape variableArguments() {
        boolean isArray = target.id().endsWith("-x86_64") && !target.id().startsWith("windows-");
        return isArray ? Shape.POINTER : new Shape.Refused(SkipCode.UNSUPPORTED_TYPE);
    }

    private Shape named(DeclId id) {
        return api.declarations().get(id) instanceof EnumDecl decl
                ? ScalarTypes.shape(decl.type(), target)
                : records.shape(id);
    }

    private static SkipCode code(CType.Unsupported type) {
        return Stream.of(SkipCode.EXCLUDED_TYPE, SkipCode.CALLING_CONVENTION, SkipCode.STORAGE_ORDER)
                .filter(code -> code.code().equals(type.code()))
                .findFirst()
                .orElse(SkipCode.UNSUPPORTED_TYPE);
    }

    private Shape array(CType.Array array) {
        long count = array.length().orElse(0);
        return switch (storage(array.element())) {
            case Shape.ArrayShape inner -> new Shape.ArrayShape(inner.element(), inner.count() * count);
            case Shape.Refused refused when refused.size() == 0 -> refused;
            case Shape element -> new Shape.ArrayShape(element, count);
        };
    }

    private static long slots(Shape shape) {
        return shape.size() <= 4 && shape instanceof Shape.Scalar ? 1 : (shape.size() + 7) / 8 * 2;
    }
}
