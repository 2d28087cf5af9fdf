<#import "macros.ftl" as m>
<#macro called invoked indent>
<#list after>
${indent}        <#if resultType != "void">${resultType} result = </#if>${invoked};
<#items as statement>
${indent}        ${statement};
</#items>
<#if resultType != "void">
${indent}        return result;
</#if>
<#else>
${indent}        <#if resultType != "void">return </#if>${invoked};
</#list>
</#macro>
<#macro given>
<#if kept>Upcalls.kept(</#if>function.apply(${fromRaw?join(", ")})<#if kept>)</#if><#t>
</#macro>
<@m.javadoc lines=doc/>
@NullMarked
@FunctionalInterface
@NativeBinding
public interface ${name} {

    /** Called by C, on whatever thread C calls it. */
    ${valueType} apply(${m.parameterList(parameters)});

    /**
     * A function pointer for C; it lives as long as the arena. Making one is slow: make it once. After an exception
     * <#if carrier == "void">it returns to C<#else>C gets zero</#if>, and the exception comes out of the Java call that led to C.
     */
    static FunctionPointer<${name}> of(${name} function, Arena arena) {
        return ${library}.Calls.upcall(${name}.class, ${descriptor}, function, arena);
    }
<#if carrier != "void">

    /** Like {@link #of(${name}, Arena)}; after an exception C gets the value given here. */
    static FunctionPointer<${name}> of(${name} function, Arena arena, ${valueType} result) {
        return ${library}.Calls.upcall(${name}.class, ${descriptor}, function, arena, ${toRaw});
    }
</#if>

    /**
     * Calls a function that C gave the address of.
     *
     * @throws NullPointerException if it is the null pointer
     */
    static ${resultType} call(FunctionPointer<${name}> pointer<#if parameters?size != 0>, </#if>${m.parameterList(callParameters)}) {
<#assign invoked = fromResult?keep_before("$") + library + ".Calls." + call + "(pointer.callee()" + arguments?map(a -> ", " + a)?join("") + ")" + fromResult?keep_after("$")>
<#if scratch>
        try (Scratch scratch = Scratch.open()) {
<@called invoked=invoked indent="    "/>
        }
<#else>
<@called invoked=invoked indent=""/>
</#if>
    }

    private static ${carrier} upcall(${name} function<#if carrier != "void">, ${carrier} valueOnException</#if><#if rawParameters?size != 0>, ${m.parameterList(rawParameters)}</#if>) {
        if (Upcalls.isPending()) {
            return<#if carrier != "void"> valueOnException</#if>;
        }
        try {
<#if carrier == "void">
            function.apply(${fromRaw?join(", ")});
<#elseif toRaw == "result">
            return <@given/>;
<#else>
            ${valueType} result = <@given/>;
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
