package org.ffigen.bind;

import java.util.List;
import java.util.Optional;

import org.ffigen.java.Parameter;
import org.ffigen.lower.Lowering;
import org.ffigen.lower.ScalarKind;
import org.ffigen.lower.Shape;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.Member;

/** How generated code reads and writes something of a C type that lies in memory. */
final class Place {

    /**
     * One way to access it.
     *
     * @param suffix appended to the name of a second accessor
     * @param parameters of the getter; none for the whole of it
     * @param copy what makes a value of what {@code get} gives: {@code .get()} of a place, else nothing
     * @param valueType the type of that value
     * @param set a statement over {@code value}; empty if it cannot be set
     */
    record Access(String suffix, List<Parameter> parameters, String type, String get, String valueType, String copy,
            String setterType, String set) {

        Access(String suffix, String type, String get, String setterType, String set) {
            this(suffix, List.of(), type, get, type, "", setterType, set);
        }

        /** The same, whose expressions name these. */
        Access over(List<Parameter> names) {
            return new Access(suffix, names, type, get, valueType, copy, setterType, set);
        }
    }

    private final TypeMapper types;
    private final Lowering lowering;
    private final String charset;

    /** @param charset the expression of the charset of arrays of {@code char}; empty for UTF-8 */
    Place(TypeMapper types, Lowering lowering, String charset) {
        this.types = types;
        this.lowering = lowering;
        this.charset = charset.isEmpty() ? "" : ", " + charset;
    }

    /**
     * The accessors of something.
     *
     * @param memory where it lies
     * @param offset in bytes
     * @param aligned whether it lies where its natural alignment wants it
     * @param owner names the interface of a function pointer without a typedef
     */
    List<Access> of(CType type, MemoryAccess memory, long offset, boolean aligned, String owner) {
        boolean constant = lowering.isConst(type);
        CType resolved = lowering.resolve(type);
        if (lowering.refusalInPlace(resolved).isPresent()) {
            return List.of();
        }
        if (resolved instanceof CType.Array array) {
            boolean open = isOpen(array);
            String slice = open
                    ? orNull(array,
                            offset == 0
                                    ? memory.segment()
                                    : memory.segment() + ".asSlice(" + Literals.ofSize(offset) + ")")
                    : memory.slice(offset, lowering.storage(array).size());
            return open && isText(elementOf(array), array)
                    ? openText(slice, memory instanceof MemoryAccess.OfPointer
                            ? "LAYOUT.byteSize() - " + Literals.ofSize(offset)
                            : "0", constant)
                    : array(array, slice, !open, constant, owner);
        }
        if (resolved instanceof CType.Vector vector) {
            String slice = memory.slice(offset, vector.bytes());
            return List.of(view(vector.element(), slice + (constant ? ".asReadOnly()" : ""), owner));
        }
        JavaValue value = types.map(type, owner);
        if (value.kind() == JavaValue.Kind.RECORD) {
            String slice = memory.slice(offset, lowering.storage(resolved).size())
                    + (constant ? ".asReadOnly()" : "");
            String at = "new " + value.resultType() + ".Ptr(" + slice + ")";
            return List.of(new Access("", List.of(), value.resultType() + ".Ptr", at, value.resultType(), ".get()",
                    value.parameterType(), constant ? "" : at + ".set(value)"));
        }
        Carrier carrier = value.access();
        return List.of(new Access("", value.resultType(), memory.read(carrier, offset, aligned), value.parameterType(),
                constant ? "" : memory.write(carrier, offset, aligned, "value")));
    }

    /** The accessor of a bit-field. @param bit the place of its first bit */
    Access of(Member bitField, MemoryAccess memory, long bit) {
        BitFieldAccess access = BitFieldAccess.of(bitField, types, lowering);
        String place = Literals.ofSize(bit);
        boolean constant = lowering.isConst(bitField.type());
        return new Access("", access.value().resultType(), access.read(memory.segment(), place),
                access.value().parameterType(), constant ? "" : access.write(memory.segment(), place, "value"));
    }

    /** Whether the type does not say how many elements there are: {@code T x[]}, and GNU's {@code T x[0]}. */
    static boolean isOpen(CType.Array array) {
        return array.length().orElse(0) == 0;
    }

    /**
     * The accessors of an array.
     *
     * @param slice its memory
     * @param bounded whether that ends where the array does
     * @param inConstant whether it is in a constant
     */
    List<Access> array(CType.Array array, String slice, boolean bounded, boolean inConstant, String owner) {
        CType element = elementOf(array);
        boolean constant = inConstant || lowering.isConst(array);
        int unit = wideUnit(lowering.resolve(element));
        if (unit > 0 && bounded && !(lowering.resolve(array.element()) instanceof CType.Array)) {
            Access raw = view(element, constant ? slice + ".asReadOnly()" : slice, owner);
            return List.of(new Access("", "String", "WideString.readArray(" + slice + ", " + unit + ")", "String",
                    constant ? "" : "WideString.writeArray(" + slice + ", " + unit + ", value)"),
                    new Access("Raw", raw.type(), raw.get(), "", ""));
        }
        if (isText(element, array)) {
            return List.of(
                    new Access("", "String", "CString.readArray(" + slice + charset + ")", "String",
                            constant ? "" : "CString.writeArray(" + slice + ", value" + charset + ")"),
                    rawText(slice, constant));
        }
        return List.of(view(element, constant ? slice + ".asReadOnly()" : slice, owner));
    }

    /** The memory of elements that may be none: a place would take memory without a size for an address of C's. */
    String orNull(CType.Array array, String slice) {
        return types.isRecord(elementOf(array)) ? "MemberArrays.orNull(" + slice + ")" : slice;
    }

    /** Of characters of which the type does not say how many there are. @param within bytes of the slice that are no room */
    private List<Access> openText(String slice, String within, boolean constant) {
        return List.of(
                new Access("", "String", "CString.readOpen(" + slice + ", " + within + charset + ")", "String", ""),
                rawText(slice, constant));
    }

    private static Access rawText(String slice, boolean constant) {
        return new Access("Raw", "BytePtr", "BytePtr.of(" + slice + (constant ? ".asReadOnly()" : "") + ")", "", "");
    }

    private boolean isText(CType element, CType.Array array) {
        return types.isCharacter(element) && !(lowering.resolve(array.element()) instanceof CType.Array);
    }

    /** In bytes, of a type that is a unit of UTF-16 or UTF-32; 0 of others. */
    private int wideUnit(CType element) {
        return element instanceof CType.Builtin(var kind)
                && (kind == BuiltinKind.WCHAR || kind == BuiltinKind.CHAR16 || kind == BuiltinKind.CHAR32)
                        ? (int) lowering.storage(element).size()
                        : 0;
    }

    /** As it is declared: a typedef names the interface of a function pointer. */
    private CType elementOf(CType.Array array) {
        return lowering.resolve(array.element()) instanceof CType.Array inner ? elementOf(inner) : array.element();
    }

    private Access view(CType element, String slice, String owner) {
        if (types.isRecord(element)) {
            String name = types.map(element, owner).resultType();
            return new Access("", name + ".Ptr", "new " + name + ".Ptr(" + slice + ")", "", "");
        }
        if (lowering.resolve(element) instanceof CType.Vector vector) {
            return view(vector.element(), slice, owner);
        }
        if (lowering.storage(element) instanceof Shape.ComplexShape complex) {
            String name = Extended.complexName(complex);
            return new Access("", name + ".Ptr", "new " + name + ".Ptr(" + slice + ")", "", "");
        }
        Optional<Carrier> codec = types.codec(element, owner);
        if (codec.isPresent()) {
            return new Access("", Extended.pointerType(codec.get()),
                    "ValuePtr.of(" + slice + ", " + codec.get().layout() + ")", "", "");
        }
        if (lowering.storage(element) instanceof Shape.Scalar(var word) && word == ScalarKind.POINTER) {
            JavaValue value = types.map(element, owner);
            return new Access("", "PointerRef<" + value.resultType() + ">",
                    "PointerRef.of(" + slice + ", " + TypeMapper.view(value, "it_") + ")", "", "");
        }
        return types.scalarPointer(element)
                .map(scalar -> new Access("", scalar.name(), scalar.name() + ".of(" + slice + ")", "", ""))
                .orElseGet(() -> new Access("", "MemorySegment", slice, "", ""));
    }
}
