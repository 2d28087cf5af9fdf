<#-- The methods of a library's class, and of its instances. -->
<#import "macros.ftl" as shared>
<#macro variables of modifiers>
<#list of as variable>
<#list variable.accessors as accessor>

<@shared.javadoc lines=accessor.doc indent="    "/>
    ${modifiers} ${accessor.type} ${accessor.name}() {
        MemorySegment segment = ${variable.segment};
        try {
            return ${accessor.get};
        } catch (Throwable thrown) {
            throw ${variable.library}.failure(segment, thrown);
        }
    }
<#if accessor.set != "">

<@shared.javadoc lines=accessor.doc indent="    "/>
    ${modifiers} void ${accessor.name}(${accessor.setterType} value) {
        MemorySegment segment = ${variable.segment};
        try {
            ${accessor.set};
        } catch (Throwable thrown) {
            throw ${variable.library}.failure(segment, thrown);
        }
    }
</#if>
</#list>
</#list>
</#macro>
<#macro lines of indent>
<#list of as line>
${indent}        ${line}
</#list>
</#macro>
<#-- What judges a result, and what is done if it is refused. -->
<#macro judged call methods indent>
<#if call.refused != "">
${indent}        try {
<@lines of=call.checks indent=indent + "    "/>
${indent}        } catch (Throwable thrown) {
${indent}            ${call.refused?replace("@", methods)};
${indent}            throw thrown;
${indent}        }
<#else>
<@lines of=call.checks indent=indent/>
</#if>
</#macro>
<#-- A call that may throw, and what is done afterwards. -->
<#macro guarded method methods indent>
<#list method.guarded as guarded>
<#if guarded.type != "">
${indent}        ${guarded.type} result;
</#if>
${indent}        try {
${indent}            <#if guarded.type != "">result = </#if>${guarded.call?replace("@", methods)};
<#if guarded.reading>
<@returned method=method methods=methods indent=indent + "    "/>
</#if>
<#list guarded.failures>
${indent}        } catch (Throwable thrown) {
<#items as statement>
${indent}            ${statement?replace("@", methods)};
</#items>
${indent}            throw thrown;
</#list>
<#list guarded.lasts>
${indent}        } finally {
<#items as statement>
${indent}            ${statement};
</#items>
</#list>
${indent}        }
</#list>
</#macro>
<#macro returned method methods indent>
<#if method.expression != "">
${indent}        <#if method.returnType != "void">return </#if>${method.expression?replace("@", methods)};
</#if>
</#macro>
<#macro last method methods indent>
<#if method.guarded?filter(guarded -> guarded.reading)?size == 0>
<@returned method=method methods=methods indent=indent/>
</#if>
</#macro>
<#macro stateless call invoked methods indent>
<#if call.checks?size != 0>
${indent}        ${call.returnType} result = ${call.result?keep_before("$")}${invoked}${call.result?keep_after("$")};
<@judged call=call methods=methods indent=indent/>
${indent}        return result;
<#else>
${indent}        <#if call.returnType != "void">return </#if>${call.result?keep_before("$")}${invoked}${call.result?keep_after("$")};
</#if>
</#macro>
<#-- What a method does that calls C. invoked: the call. An argument may be allocated from a scratch. -->
<#macro body call invoked methods indent>
<#if call.state>
<#if call.buffer != "">
${indent}        ReturnBuffer returnBuffer = ${call.buffer};
</#if>
${indent}        try (Scratch scratch = Scratch.open()) {
${indent}            MemorySegment callState = CallState.allocate(scratch);
${indent}            ${call.returnType} result = ${call.result?keep_before("$")}${invoked}${call.result?keep_after("$")};
<@judged call=call methods=methods indent=indent + "    "/>
${indent}            return result;
${indent}        }
<#elseif call.arguments?filter(argument -> argument?starts_with("scratch."))?size != 0>
${indent}        try (Scratch scratch = Scratch.open()) {
<@stateless call=call invoked=invoked methods=methods indent=indent + "    "/>
${indent}        }
<#else>
<@stateless call=call invoked=invoked methods=methods indent=indent/>
</#if>
</#macro>
<#-- holders: what shapes are in, with a dot; symbols: what addresses are in; methods: what other functions' methods are in;
     entered: whether calls are counted. -->
<#macro functions of modifiers holders symbols methods entered>
<#list of as function>
<#list function.values as method>

<@shared.javadoc lines=method.doc indent="    "/>
    ${modifiers} ${method.returnType} ${method.name}(${shared.parameterList(method.parameters)}) {
<#if method.scratch>
        try (Scratch scratch = Scratch.open()) {
<#list method.statements as statement>
            ${statement?replace("@", methods)};
</#list>
<@guarded method=method methods=methods indent="    "/>
<@last method=method methods=methods indent="    "/>
        }
<#else>
<#list method.statements as statement>
        ${statement?replace("@", methods)};
</#list>
<@guarded method=method methods=methods indent=""/>
<@last method=method methods=methods indent=""/>
</#if>
    }
</#list>
<#assign call = function.call>

<@shared.javadoc lines=call.doc indent="    "/>
    ${modifiers} ${call.returnType} ${call.name}(${shared.parameterList(call.parameters)}) {
<#assign invoked = holders + "Calls." + call.shape + "(" + symbols + call.symbol + call.arguments?map(a -> ", " + a?replace("@", methods))?join("") + ")">
<#if entered>
        var calls_ = opened_.enter();
        try {
<@body call=call invoked=invoked methods=methods indent="    "/>
        } finally {
            calls_.leave();
        }
<#else>
<@body call=call invoked=invoked methods=methods indent=""/>
</#if>
    }
<#list function.async as method>

<@shared.javadoc lines=method.doc indent="    "/>
    ${modifiers} CompletableFuture<${method.type}> ${method.name}(${shared.parameterList(method.parameters)}) {
<#list method.copies as statement>
        ${statement};
</#list>
        return ${method.library}.nonblocking("${method.symbolName?j_string}", ${symbols}${method.symbol}, () -> <#if method.nothing>{
            ${method.call};
            return null;
        }<#else>${method.call}</#if>, "${method.names}"<#list method.arguments as argument>, ${argument}</#list>);
    }
</#list>
</#list>
</#macro>
