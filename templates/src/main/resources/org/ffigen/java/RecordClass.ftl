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

    private static final long SIZE = ${size}L;
<#if !javaRecord>

    private ${name}(MemorySegment content) {
        super(content);
    }
</#if>

    /** Zeroed memory for one, from the allocator; it lives as long as the allocator says. */
    public static Ptr allocate(SegmentAllocator allocator) {
        return new Ptr(StructArray.zeroed(allocator, SIZE, ${align}, 1));
    }

    /** Memory for one that holds the value. */
    public static Ptr allocate(SegmentAllocator allocator, ${name} value) {
        return allocate(allocator).set(value);
    }
<#list flexible as array>

    /** Zeroed memory for one and for {@code length} elements of the array at its end; the view covers all of it. */
    public static Ptr allocate(SegmentAllocator allocator, long length) {
        return new Ptr(MemberArrays.allocate(allocator, SIZE, ${align}, ${array.offset}, ${array.elementSize}, length));
    }
</#list>

    /** Zeroed memory for {@code length} of them, one after the other. */
    public static Array allocateArray(SegmentAllocator allocator, long length) {
        return new Array(StructArray.zeroed(allocator, SIZE, ${align}, length));
    }
<#if !javaRecord>

    MemorySegment toSegment() {
        return segment();
    }

    Ptr view() {
        return new Ptr(segment());
    }
<#list fields?filter(f -> f.valueGet != "") as field>

<@m.javadoc lines=field.doc indent="    "/>
    public ${field.valueType} ${field.name}(${m.parameterList(field.parameters)}) {
        return view().${field.valueGet};
    }
</#list>
</#if>

    /** {@code ${cName} *}: reads and writes native memory in place. */
    public static final class Ptr extends StructPointer<${name}> {

        private Ptr(MemorySegment segment) {
            super(segment);
        }

        /**
         * A view of the memory at an address. An address that came from C has no bounds and is taken at its word; a
         * segment that has bounds must hold the whole of it<#if flexible?size != 0>; what is behind it stays reachable</#if>.
         *
         * @throws IndexOutOfBoundsException if the segment is too small
         */
        public static Ptr of(MemorySegment address) {
<#if flexible?size != 0>
            return new Ptr(address.byteSize() > SIZE ? address : ${pointers}.sized(address, SIZE));
<#else>
            return new Ptr(${pointers}.sized(address, SIZE));
</#if>
        }

        /** A copy of what is there. */
        @Override
        public ${name} get() {
<#if javaRecord>
            return new ${name}(${components?map(c -> c.read)?join(", ")});
<#else>
            return new ${name}(StructValue.copyOf(segment(), SIZE));
</#if>
        }

        /** Copies the value there. */
        @Override
        public Ptr set(${name} value) {
<#if javaRecord>
<#list components as component>
            ${component.write};
</#list>
<#else>
            MemorySegment.copy(value.toSegment(), 0, segment(), 0, SIZE);
</#if>
            return this;
        }

        /** This and what follows, as an array; the caller vouches for the length. */
        public Array array(long length) {
            return new Array(${pointers}.resized(segment(), SIZE, length));
        }
<#list fields as field>

<@m.javadoc lines=field.doc indent="        "/>
        public ${field.type} ${field.name}(${m.parameterList(field.parameters)}) {
            return ${field.get};
        }
<#if field.set != "">

<@m.javadoc lines=field.doc indent="        "/>
        public Ptr ${field.name}(${m.parameterList(field.parameters)}<#if field.parameters?size != 0>, </#if>${field.setterType} value) {
            ${field.set};
            return this;
        }
</#if>
</#list>
    }

    /** {@code ${cName}[]}: one after the other in native memory. */
    public static final class Array extends StructArray<${name}, Ptr, Array> {

        private Array(MemorySegment segment) {
            super(segment, SIZE);
        }

        /** A view of as many as the segment holds. */
        public static Array of(MemorySegment segment) {
            return new Array(segment);
        }

        @Override
        protected StructPointer<${name}> place(MemorySegment segment) {
            return new Ptr(segment);
        }
    }
}
