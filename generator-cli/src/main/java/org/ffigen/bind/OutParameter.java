package org.ffigen.bind;

import java.util.List;
import java.util.Optional;

import org.ffigen.lower.Lowering;
import org.ffigen.lower.Shape;
import org.ffigen.model.CType;

/**
 * A parameter that is the place of one value, which C writes.
 *
 * @param type of the value in Java
 * @param given the type in which a caller gives the value before the call
 * @param place a statement's beginning over {@code #}, the name of the place: what allocates it from {@code scratch}
 * @param filled the same where a call follows, before which Java must know what the place holds
 * @param write the call over {@code $} that puts a value there
 * @param zero what is put there if the caller gives nothing; empty if memory is zero already
 * @param read the value, over {@code #}
 * @param readLasting the same, of a pointer that may lead into memory of the call
 */
record OutParameter(String type, String given, String place, String filled, String write, String zero, String read,
        String readLasting) {

    private static final List<String> SCALAR_POINTERS = List.of("BoolPtr", "BytePtr", "ShortPtr", "IntPtr", "LongPtr",
            "FloatPtr", "DoublePtr");

    private OutParameter(String type, String given, String place, String filled, String write, String zero,
            String read) {
        this(type, given, place, filled, write, zero, read, read);
    }

    /** @return empty if the parameter is no pointer to one value that can be written */
    static Optional<OutParameter> of(CType parameter, String owner, TypeMapper types, Lowering lowering,
            TextRules texts) {
        if (!(lowering.resolve(parameter) instanceof CType.Pointer pointer)
                || lowering.isConst(pointer.pointee())
                || TypeNames.functionOf(pointer, lowering).isPresent()
                || ArrayParameter.isOfSeveral(pointer.pointee(), lowering)) {
            return Optional.empty();
        }
        String pointerType = types.map(parameter, owner).parameterType().replace(TypeMapper.NULLABLE, "");
        String scratch = OverAligned.scratch(parameter, lowering);
        if (types.isRecord(pointer.pointee())) {
            return Optional.of(ofRecord(types.recordName(pointer.pointee()), scratch));
        }
        JavaValue element = types.map(pointer.pointee(), owner);
        if (pointerType.startsWith("PointerRef<")) {
            boolean text = types.isText(pointer.pointee()) || texts.isWide(pointer.pointee());
            String held = pointerType.substring("PointerRef".length());
            String allocate = "allocate(" + scratch + ", " + TypeMapper.view(element, "it_") + ")";
            String read = text ? texts.read(pointer.pointee(), "#.getSegment(0)") : "#.get()";
            return Optional.of(new OutParameter(text ? TypeMapper.NULLABLE + "String" : element.resultType(),
                    element.parameterType(), pointerType + " # = PointerRef." + allocate,
                    pointerType + " # = PointerRef." + held + allocate,
                    element.parameterType().equals("MemorySegment") ? ".setSegment(0, $)" : ".set($)", "", read,
                    text ? read : element.access().fromNative("scratch.lasting(#.getSegment(0))")));
        }
        if (lowering.storage(pointer.pointee()) instanceof Shape.ComplexShape complex) {
            return Optional.of(ofRecord(Extended.complexName(complex), scratch));
        }
        Optional<Carrier> codec = types.codec(pointer.pointee(), owner);
        if (codec.isPresent()) {
            Shape shape = lowering.storage(pointer.pointee());
            String place = pointerType + " # = ValuePtr.of(" + scratch + ".allocate(" + shape.size() + ", "
                    + shape.align()
                    + ").fill((byte) 0), " + codec.get().layout() + ")";
            return Optional.of(new OutParameter(element.resultType(), element.parameterType(), place, place,
                    ".set(" + codec.get().toNative() + ")", "", codec.get().fromNative("#.get()")));
        }
        if (SCALAR_POINTERS.contains(pointerType)) {
            String place = pointerType + " # = " + pointerType + ".allocate(" + scratch + ")";
            return Optional.of(new OutParameter(element.resultType(), element.parameterType(), place, place,
                    ".set(" + element.access().toNative() + ")", element.access().zero(),
                    element.access().fromNative("#.get()")));
        }
        return Optional.empty();
    }

    private static OutParameter ofRecord(String name, String scratch) {
        String place = name + ".Ptr # = " + name + ".allocate(" + scratch + ")";
        return new OutParameter(name, name, place, place, ".set($)", "", "#.get()");
    }

    /**
     * The same place, of a text that the caller must free: of a call that fails, too.
     *
     * @param free the expression of what frees it
     * @return empty if it is not the place of a text
     */
    Optional<OutParameter> freed(CType parameter, String free, Lowering lowering, TextRules texts) {
        return lowering.resolve(parameter) instanceof CType.Pointer pointer
                && lowering.resolve(pointer.pointee()) instanceof CType.Pointer text
                && texts.isOfCharacters(text)
                        ? Optional
                                .of(new OutParameter(TypeMapper.NULLABLE + "String", given, place, filled, write, zero,
                                        texts.take(text, "#.takeSegment()", free)))
                        : Optional.empty();
    }

    /** The same place, of an array, whose length is known once C has returned. */
    OutParameter array(GivenArray array) {
        return new OutParameter(array.type(), given, place, filled, write, zero,
                array.take(array.isFreed() ? "#.takeSegment()" : "#.getSegment(0)"));
    }

    /** The same place, of a pointer that may lead into memory of the call. */
    OutParameter lasting() {
        return new OutParameter(type, given, place, filled, write, zero, readLasting);
    }

    /** Whether the value is a text that may lie anywhere, and not one that is freed. */
    boolean isTextOfOthers() {
        return type.endsWith("String") && !read.contains(".takeSegment()");
    }

    boolean isLasting() {
        return read.contains("scratch.lasting");
    }

    /** The statement that makes the place. */
    String declare(String name) {
        return place.replace("#", name) + (zero.isEmpty() ? "" : ".set(" + zero + ")");
    }

    /** The statement that makes the place, with a value. */
    String declare(String name, String value) {
        return filled.replace("#", name) + write.replace("$", value);
    }

    /** Whether the value is a pointer: C gets its address, and it is Java's value that keeps what lies there. */
    boolean isPointer() {
        return place.startsWith("PointerRef<");
    }

    /** Whether there must be a value where one is given: neither a number nor a pointer, it may not be null. */
    boolean isAsked() {
        return !isPointer() && !AsyncBinder.isPrimitive(given);
    }

    String read(String name) {
        return read.replace("#", name);
    }
}
