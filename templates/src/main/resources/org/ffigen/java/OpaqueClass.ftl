<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
@NullMarked
public final class ${name} extends TypedPointer<${name}> {

    /** The null pointer. */
    public static final ${name} NULL = new ${name}(MemorySegment.NULL);

    private ${name}(MemorySegment segment) {
        super(segment);
    }

    /** The pointer with that address. */
    public static ${name} of(MemorySegment address) {
        return new ${name}(address);
    }
}
