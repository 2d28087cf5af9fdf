<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
public final class ${name} {
<#list constants as constant>

<@m.javadoc lines=constant.doc indent="    "/>
    public static final ${constant.type} ${constant.name} = ${constant.literal};
</#list>

    private ${name}() {
    }
}
