<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
@NullMarked
<#if javaRecord>
public record ${name}(${m.parameterList(components)}) {
<#else>
public final class ${name} extends StructValue {
</#if>

    /** Where the members of {@code ${cName}} lie. */
    public static final ${layoutType} LAYOUT = ${layout?join("\n            ")};

    private static final long SIZE = ${size};
    private static final long ALIGN = ${align};
<#if !javaRecord>

    private ${name}(MemorySegment content) {
        super(content);
    }
</#if>

    /** Zeroed memory for one, from the allocator; it lives as long as the allocator says. */
    public static Ptr allocate(SegmentAllocator allocator) {
        return new Ptr(allocator.allocate(SIZE, ALIGN).fill((byte) 0));
    }

    /** Memory for one that holds the value. */
    public static Ptr allocate(SegmentAllocator allocator, ${name} value) {
        Ptr pointer = new Ptr(allocator.allocate(SIZE, ALIGN));
        value.write(pointer.segment(), 0);
        return pointer;
    }

    /** Zeroed memory for {@code length} of them, one after the other. */
    public static Array allocateArray(SegmentAllocator allocator, long length) {
        return new Array(allocator.allocate(Math.multiplyExact(SIZE, length), ALIGN).fill((byte) 0));
    }
<#if javaRecord>

    static ${name} read(MemorySegment segment, long offset) {
        return new ${name}(<#list reads as read>
                ${read}<#sep>,</#sep></#list>);
    }

    void write(MemorySegment segment, long offset) {
<#list writes as write>
        ${write};
</#list>
    }

    MemorySegment toSegment() {
        MemorySegment segment = StructValue.newContent(SIZE);
        write(segment, 0);
        return segment;
    }
<#else>

    static ${name} read(MemorySegment segment, long offset) {
        MemorySegment content = StructValue.newContent(SIZE);
        MemorySegment.copy(segment, offset, content, 0, SIZE);
        return new ${name}(content);
    }

    void write(MemorySegment segment, long offset) {
        MemorySegment.copy(segment(), 0, segment, offset, SIZE);
    }

    MemorySegment toSegment() {
        return segment();
    }

    Ptr view() {
        return new Ptr(segment());
    }
<#list fields as field>

<@m.javadoc lines=field.doc indent="    "/>
    public ${field.valueType} ${field.name}() {
        return ${field.valueGet};
    }
</#list>
</#if>

    /** {@code ${cName} *}: reads and writes native memory in place. */
    @SuppressWarnings("restricted")
    public static final class Ptr extends TypedPointer<${name}> {

        private Ptr(MemorySegment segment) {
            super(segment);
        }

        /**
         * A view of the memory at an address. An address that came from C has no bounds and is taken at its word; a
         * segment that has bounds must hold the whole of it.
         *
         * @throws IndexOutOfBoundsException if the segment is too small
         */
        public static Ptr of(MemorySegment address) {
            if (address.byteSize() != 0) {
                return new Ptr(address.asSlice(0, SIZE));
            }
            return new Ptr(address.address() == 0 ? address : address.reinterpret(SIZE));
        }

        /** A copy of what is there. */
        public ${name} get() {
            return read(segment(), 0);
        }

        /** Copies the value there. */
        public Ptr set(${name} value) {
            value.write(segment(), 0);
            return this;
        }

        /** This and what follows, as an array; the caller vouches for the length. */
        public Array array(long length) {
            return new Array(isNull() ? segment() : segment().reinterpret(Math.multiplyExact(SIZE, length)));
        }
<#list fields as field>

<@m.javadoc lines=field.doc indent="        "/>
        public ${field.type} ${field.name}() {
            return ${field.get};
        }
<#if field.set != "">

<@m.javadoc lines=field.doc indent="        "/>
        public Ptr ${field.name}(${field.setterType} value) {
            ${field.set};
            return this;
        }
</#if>
</#list>
    }

    /** {@code ${cName}[]}: one after the other in native memory. */
    public static final class Array extends TypedPointer<${name}> {

        private Array(MemorySegment segment) {
            super(segment);
        }

        /** A view of as many as the segment holds. */
        public static Array of(MemorySegment segment) {
            return new Array(segment);
        }

        /** How many there are. */
        public long length() {
<#if size == 0>
            return 0;
<#else>
            return segment().byteSize() / SIZE;
</#if>
        }

        /** The place of one of them. */
        public Ptr at(long index) {
            return new Ptr(segment().asSlice(offset(index), SIZE));
        }

        /** A copy of one of them. */
        public ${name} get(long index) {
            return read(segment(), offset(index));
        }

        /** Copies the value there. */
        public Array set(long index, ${name} value) {
            value.write(segment(), offset(index));
            return this;
        }

        private long offset(long index) {
            return Objects.checkIndex(index, length()) * SIZE;
        }
    }
}
