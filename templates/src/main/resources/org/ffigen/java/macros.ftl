<#-- Shared layout: Javadoc and parameter lists. -->
<#macro javadoc lines indent=""><#if lines?size == 1>${indent}/** ${lines[0]} */
<#elseif lines?has_content>${indent}/**
<#list lines as line>${indent} *<#if line?has_content> ${line}</#if>
</#list>${indent} */
</#if></#macro>
<#function parameterList parameters>
  <#local texts = []>
  <#list parameters as parameter><#local texts += [parameter.type + " " + parameter.name]></#list>
  <#return texts?join(", ")>
</#function>
