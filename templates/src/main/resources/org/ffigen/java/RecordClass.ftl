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
<#if !javaRecord>

    private ${name}(MemorySegment memory) {
        super(memory, ${size}${padding});
    }
</#if>

    /** Zeroed memory for one, from the allocator; it lives as long as the allocator says. */
    public static Ptr allocate(SegmentAllocator allocator) {
        return new Ptr(Struct.zeroed(allocator, ${size}, ${align}, 1));
    }
<#list flexible as array>

    /** Zeroed memory for one and for {@code length} elements of the array at its end; the view covers all of it. */
    public static Ptr allocate(SegmentAllocator allocator, long length) {
        return new Ptr(MemberArrays.allocate(allocator, ${size}, ${align}, ${array.offset}, ${array.elementSize}, length));
    }
</#list>

    /** Zeroed memory for {@code length} of them in a row; NULL for none. */
    public static Ptr allocateArray(SegmentAllocator allocator, long length) {
        return new Ptr(Struct.zeroed(allocator, ${size}, ${align}, length));
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
<#list shown>

    @Override
    public String toString() {
        return text("${shown?map(s -> s.name)?join(",")}", <#items as member>${member.value}<#sep>, </#sep></#items>);
    }
</#list>
</#if>

    /** {@code ${cName} *}: one in native memory, or several in a row; reads and writes in place. */
    public static final class Ptr extends ${library}.StructPlace<${name}, Ptr> {

        /**
         * A view of the memory at an address. An address that came from C has no bounds and is taken at its word, for
         * one; a segment that has bounds must hold the whole of one, and holds as many as fit.
         *
         * @throws IndexOutOfBoundsException if the segment is too small
         */
        public Ptr(MemorySegment address) {
            super(address, ${size});
        }

        @Override
        protected Object readValue() {
<#if javaRecord>
            return new ${name}(${components?map(c -> c.read)?join(", ")});
<#else>
            return new ${name}(segment());
</#if>
        }

        @Override
        protected void writeValue(Object object) {
<#if javaRecord>
            ${name} value = (${name}) object;
<#list components as component>
            ${component.write};
</#list>
<#else>
            putBytes((${name}) object);
</#if>
        }

        @Override
        protected Object placeAt(MemorySegment segment) {
            return new Ptr(segment);
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
}
