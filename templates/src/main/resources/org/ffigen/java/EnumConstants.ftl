<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
<#if owner == name>
public final class ${name}<#if base != ""> extends ${base}</#if> {
<#else>
abstract class ${name}<#if base != ""> extends ${base}</#if> {
</#if>
<#list constants as constant>

<@m.javadoc lines=constant.doc indent="    "/>
    public static final ${constant.type} ${constant.name} = ${constant.literal};
</#list>

    <#if owner == name>private </#if>${name}() {
    }
}
