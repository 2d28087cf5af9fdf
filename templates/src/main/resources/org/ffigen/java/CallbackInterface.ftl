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
        pointer.requireNonNull();
<#if scratch>
        return (${parameters?map(p -> p.name)?join(", ")}) -> {
            try (Scratch scratch = Scratch.open()) {
                return ${fromResult?keep_before("$")}${library}.Calls.${call}("", pointer.segment()${arguments?map(a -> ", " + a)?join("")})${fromResult?keep_after("$")};
            }
        };
<#else>
        return (${parameters?map(p -> p.name)?join(", ")}) -> ${fromResult?keep_before("$")}${library}.Calls.${call}("", pointer.segment()${arguments?map(a -> ", " + a)?join("")})${fromResult?keep_after("$")};
</#if>
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
