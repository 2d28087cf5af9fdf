package org.ffigen.manifest;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.lower.Shape;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.NativeApi;
import org.ffigen.model.SkipCode;

/** Says C types in the vocabulary of {@code symbols}, on one target. */
final class SymbolTypes {

    /** Arrays inside records are spelled out element by element; a longer list than this helps nobody. */
    private static final long MAX_SCALARS = 1024;

    private final Lowering lowering;
    private final Handles handles;

    SymbolTypes(NativeApi api, Lowering lowering) {
        this.lowering = lowering;
        this.handles = new Handles(api, lowering);
    }

    /** Why a value of that type cannot be said; empty if it can. */
    Optional<SkipCode> refusal(CType type) {
        return lowering.refusalByValue(type).or(() -> {
            Shape shape = lowering.shape(type);
            if (hasComplex(shape)) {
                return Optional.of(SkipCode.COMPLEX_BY_VALUE);
            }
            if (hasUnion(shape)) {
                return Optional.of(SkipCode.UNION_BY_VALUE);
            }
            if (!lowering.callShape(type).equals(shape)) {
                return Optional.of(SkipCode.NOT_NATURAL_BY_VALUE);
            }
            return scalars(shape) > MAX_SCALARS ? Optional.of(SkipCode.TOO_LARGE_BY_VALUE) : Optional.empty();
        });
    }

    /** As {@link #refusal}, of a result. */
    Optional<SkipCode> refusalOfResult(CType type) {
        return lowering.refusalOfResult(type).or(() -> refusal(type));
    }

    /** A pointer result is an address, whatever it points to. */
    SymbolType result(CType type) {
        return member(lowering.shape(type));
    }

    /** A parameter that takes a pointer says what the caller is likely to have: bytes, an address, or a callback. */
    SymbolType parameter(CType type) {
        Shape shape = lowering.shape(type);
        return shape.equals(Shape.POINTER) ? address(type) : member(shape);
    }

    /** A variable that is no number or truth value is given as its address. */
    SymbolType variable(CType type) {
        return lowering.storage(type) instanceof Shape.Scalar scalar && scalar.word() != ScalarKind.VOID
                ? member(scalar)
                : SymbolType.POINTER;
    }

    private SymbolType address(CType type) {
        return switch (lowering.resolve(type)) {
            case CType.Function _ -> SymbolType.FUNCTION;
            case CType.Array _ -> SymbolType.BUFFER;
            case CType.Pointer(var pointee, _) -> handles.contains(type) ? SymbolType.POINTER : addressOf(pointee);
            default -> SymbolType.POINTER;
        };
    }

    private SymbolType addressOf(CType pointee) {
        return switch (lowering.resolve(pointee)) {
            case CType.Function _ -> SymbolType.FUNCTION;
            case CType.Named(var id) when id.kind() != DeclId.Kind.ENUM ->
                lowering.storage(pointee) instanceof Shape.Refused ? SymbolType.POINTER : SymbolType.BUFFER;
            case CType.Builtin(var kind) when kind == BuiltinKind.VA_LIST -> SymbolType.POINTER;
            default -> SymbolType.BUFFER;
        };
    }

    private SymbolType member(Shape shape) {
        return switch (shape) {
            case Shape.Scalar(var word) -> new SymbolType.Word(word.word());
            case Shape.StructShape struct -> struct(struct);
            default -> throw new IllegalArgumentException(shape + " has no symbol type");
        };
    }

    private SymbolType struct(Shape.StructShape struct) {
        List<SymbolType> members = new ArrayList<>();
        for (Shape.Field field : struct.fields()) {
            if (field.shape() instanceof Shape.ArrayShape(var element, var count)) {
                SymbolType type = member(element);
                for (long i = 0; i < count; i++) {
                    members.add(type);
                }
            } else {
                members.add(member(field.shape()));
            }
        }
        return new SymbolType.Struct(members);
    }

    private static boolean hasComplex(Shape shape) {
        return switch (shape) {
            case Shape.ComplexShape _ -> true;
            case Shape.ArrayShape array -> hasComplex(array.element());
            case Shape.StructShape struct -> struct.fields().stream().anyMatch(field -> hasComplex(field.shape()));
            case Shape.UnionShape union -> union.fields().stream().anyMatch(field -> hasComplex(field.shape()));
            case Shape.Scalar _,Shape.BitField _,Shape.Refused _ -> false;
        };
    }

    private static boolean hasUnion(Shape shape) {
        return switch (shape) {
            case Shape.UnionShape _ -> true;
            case Shape.ArrayShape array -> hasUnion(array.element());
            case Shape.StructShape struct -> struct.fields()
                    .stream()
                    .map(Shape.Field::shape)
                    .anyMatch(SymbolTypes::hasUnion);
            case Shape.Scalar _,Shape.ComplexShape _,Shape.BitField _,Shape.Refused _ -> false;
        };
    }

    private static long scalars(Shape shape) {
        return switch (shape) {
            case Shape.ArrayShape(var element, var count) -> Math.min(count, MAX_SCALARS + 1) * scalars(element);
            case Shape.StructShape struct -> struct.fields().stream().mapToLong(field -> scalars(field.shape())).sum();
            default -> 1;
        };
    }
}
