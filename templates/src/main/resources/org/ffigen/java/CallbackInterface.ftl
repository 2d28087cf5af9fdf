<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
@NullMarked
@FunctionalInterface
@NativeBinding(header = "${header?j_string}")
public interface ${name} {

    /** Called by C, on whatever thread C calls it. */
    ${resultType} apply(${m.parameterList(parameters)});

    /**
     * A function pointer for C; it lives as long as the arena. Making one is slow: make it once. After an exception
     * C gets zero, and the exception comes out of the Java call that led to C.
     */
    static FunctionPointer<${name}> of(${name} function, Arena arena) {
        return ${library}.LIBRARY.upcall(MethodHandles.lookup(), ${name}.class, ${library}.${call}.DESCRIPTOR, function, arena<#if carrier != "void">, ${zero}</#if>);
    }
<#if carrier != "void">

    /** Like {@link #of(${name}, Arena)}; after an exception C gets the value given here. */
    static FunctionPointer<${name}> of(${name} function, Arena arena, ${valueType} result) {
        return ${library}.LIBRARY.upcall(MethodHandles.lookup(), ${name}.class, ${library}.${call}.DESCRIPTOR, function, arena, ${toRaw});
    }
</#if>

    /**
     * Makes a function pointer that C gave callable from Java.
     *
     * @throws NullPointerException if it is the null pointer
     */
    static ${name} from(FunctionPointer<${name}> pointer) {
        if (pointer.isNull()) {
            throw new NullPointerException("the function pointer is NULL");
        }
        return (${parameters?map(p -> p.name)?join(", ")}) -> call(pointer<#list parameters as parameter>, ${parameter.name}</#list>);
    }

    private static ${resultType} call(FunctionPointer<${name}> pointer<#if parameters?size != 0>, ${m.parameterList(parameters)}</#if>) {
        try<#if scratch> (Scratch scratch = Scratch.open())</#if> {
<#if carrier == "void">
            ${library}.${call}.HANDLE.invokeExact(pointer.segment()<#list arguments as argument>, ${argument}</#list>);
            Upcalls.rethrow();
<#else>
            var result = (${carrier}) ${library}.${call}.HANDLE.invokeExact(pointer.segment()<#list arguments as argument>, ${argument}</#list>);
            Upcalls.rethrow();
            return ${fromResult};
</#if>
        } catch (Throwable thrown) {
            throw ${library}.LIBRARY.failure("${name}", pointer.segment(), thrown);
        }
    }

    private static ${carrier} upcall(${name} function<#if carrier != "void">, ${carrier} valueOnException</#if><#if rawParameters?size != 0>, ${m.parameterList(rawParameters)}</#if>) {
        if (Upcalls.isPending()) {
            return<#if carrier != "void"> valueOnException</#if>;
        }
        try {
<#if carrier == "void">
            function.apply(${fromRaw?join(", ")});
<#else>
            ${resultType} result = function.apply(${fromRaw?join(", ")});
            return ${toRaw};
</#if>
        } catch (Throwable thrown) {
            Upcalls.caught(thrown);
<#if carrier != "void">
            return valueOnException;
</#if>
        }
    }
}
