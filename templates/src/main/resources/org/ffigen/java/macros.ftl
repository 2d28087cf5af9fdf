<#-- Shared layout: Javadoc and parameter lists. Where Javadoc ends with the tag, javac demands the annotation too. -->
<#macro javadoc lines indent="">
<#if lines?size == 1>
${indent}/** ${lines[0]} */
<#else>
<#list lines>
${indent}/**
<#items as line>
${indent} *<#if line != ""> ${line}</#if>
</#items>
${indent} */
<#if lines?last?starts_with("@deprecated ")>
${indent}@Deprecated
</#if>
</#list>
</#if>
</#macro>
<#function parameterList parameters>
  <#return parameters?map(p -> p.type + " " + p.name)?join(", ")>
</#function>
