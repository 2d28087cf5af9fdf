<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
@NullMarked
<#if release == "">
public final class ${name} extends TypedPointer<${name}> {
<#else>
@SuppressWarnings("deprecation")
public final class ${name} extends OwnedPointer<${name}> {
</#if>

    /** The null pointer. */
    public static final ${name} NULL = new ${name}(MemorySegment.NULL);

    private ${name}(MemorySegment segment) {
        super(segment);
    }

    /** The pointer with that address. */
    public static ${name} of(MemorySegment address) {
        return new ${name}(address);
    }
<#if release != "">
<#if instance != "">

    private ${name}(${instance} library, MemorySegment segment) {
        super(segment, library.opened_, library::${release});
    }

    /** The pointer with that address, which the instance closes. */
    static ${name} of(${instance} library, MemorySegment address) {
        return new ${name}(library, address);
    }
</#if>

    @Override
    protected void release(MemorySegment address) {
        ${owner}.${release}(address);
    }
</#if>
}
