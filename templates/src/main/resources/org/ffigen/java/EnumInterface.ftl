<#import "macros.ftl" as m>
<@m.javadoc lines=doc/>
@NullMarked
public sealed interface ${name} extends <#if valueType == "int">IntEnum<#else>LongEnum</#if> {

<#if range != "">
    /**
     * The constant of that value, or an {@link Unknown} that holds it: {@code of(v).value() == v} for every v.
     *
     * @throws IllegalArgumentException if the type in C cannot hold it
     */
<#else>
    /** The constant of that value, or an {@link Unknown} that holds it: {@code of(v).value() == v} for every v. */
</#if>
    static ${name} of(${valueType} value) {
        return Known.of(value);
    }
<#list aliases as alias>

<@m.javadoc lines=alias.doc indent="    "/>
    Known ${alias.name} = Known.${alias.of};
</#list>

    /** The values the header names. */
    enum Known implements ${name} {
<#list known as constant>
<@m.javadoc lines=constant.doc indent="        "/>
        ${constant.name}(${constant.literal})<#sep>,</#sep><#if constant?is_last>;</#if>
<#else>
        ;
</#list>

        private final ${valueType} value;

        Known(${valueType} value) {
            this.value = value;
        }

        @Override
        public ${valueType} value() {
            return value;
        }

        private static ${name} of(${valueType} value) {
<#if valueType == "int">
            return switch (value) {
<#list known as constant>
                case ${constant.literal} -> ${constant.name};
</#list>
                default -> new Unknown(value);
            };
<#else>
            for (Known known : values()) {
                if (known.value == value) {
                    return known;
                }
            }
            return new Unknown(value);
</#if>
        }
    }

    /** A value the header does not name; a newer library may have it. */
    final class Unknown extends Unknown<#if valueType == "int">Int<#else>Long</#if>Enum implements ${name} {

<#if range != "">
        /**
         * That value; {@link #of} gives it only where there is no constant.
         *
         * @throws IllegalArgumentException if the type in C cannot hold it
         */
        public Unknown(${valueType} value) {
            super(value, ${range});
<#else>
        /** That value; {@link #of} gives it only where there is no constant. */
        public Unknown(${valueType} value) {
            super(value);
</#if>
        }
    }
}
