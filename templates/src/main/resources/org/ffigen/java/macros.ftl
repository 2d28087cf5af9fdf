<#-- Shared layout: Javadoc and parameter lists. -->
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
</#list>
</#if>
</#macro>
<#function parameterList parameters>
  <#return parameters?map(p -> p.type + " " + p.name)?join(", ")>
</#function>
