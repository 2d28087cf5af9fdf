package org.ffigen.bind;

import java.util.stream.Collectors;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;

/**
 * The expression of the layout that the linker is told where a record's own would not do: of the struct of scalars that
 * {@link Lowering#callShape} gives.
 */
final class CallLayout {

    private CallLayout() {
    }

    /** Of a struct, a scalar or an array; they lie naturally, so that there is no padding. */
    static String expression(Shape shape) {
        return switch (shape) {
            case Shape.Scalar(var word) -> Scalars.of(word).access().layout();
            case Shape.ComplexShape(var part) -> {
                String layout = Scalars.of(part).access().layout();
                yield "MemoryLayout.structLayout(" + layout + ", " + layout + ")";
            }
            case Shape.ArrayShape(var element, var count) -> "MemoryLayout.sequenceLayout(" + count + ", "
                    + expression(element) + ")";
            case Shape.StructShape struct -> struct.fields()
                    .stream()
                    .map(field -> expression(field.shape()))
                    .collect(Collectors.joining(", ", "MemoryLayout.structLayout(", ")"));
            case Shape.UnionShape _,Shape.BitField _,Shape.Refused _ ->
                throw new IllegalArgumentException(shape + " is told to no linker");
        };
    }
}
