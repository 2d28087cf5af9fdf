<#import "macros.ftl" as m>
<#if owner == name>
  <#assign holders = "">
<#else>
  <#assign holders = owner + ".">
</#if>
<@m.javadoc lines=doc/>
@NativeBinding(header = "${header?j_string}")
@NullMarked
@SuppressWarnings("restricted")
<#if owner == name>
public final class ${name}<#if base != ""> extends ${base}</#if> {

    /** The library; it is opened when the first of its symbols is used. Not for others: it holds native access. */
    static final NativeLibrary LIBRARY = NativeLibrary.named(MethodHandles.lookup(), "${library?j_string}", "${runtimeApi}");
<#if shims != "">

    /** Functions for what no library exports, from the C file that came with this class. */
    static final NativeLibrary SHIMS = NativeLibrary.named(MethodHandles.lookup(), "${shims?j_string}", "${runtimeApi}");
</#if>
<#else>
abstract class ${name}<#if base != ""> extends ${base}</#if> {
</#if>
<#list constants as constant>

<@m.javadoc lines=constant.doc indent="    "/>
    public static final ${constant.type} ${constant.name} = ${constant.literal};
</#list>

<#if owner == name>
    private ${name}() {
    }
<#else>
    ${name}() {
    }
</#if>
<#if owner == name>
<#if calls?size != 0>

    private static MethodHandle downcallHandle(String shape) {
        return LIBRARY.downcall(shape);
    }
</#if>
</#if>
<#list variables as variable>
<#list variable.accessors as accessor>

<@m.javadoc lines=accessor.doc indent="    "/>
    public static ${accessor.type} ${accessor.name}() {
        MemorySegment segment = ${variable.segment};
        try {
            return ${accessor.get};
        } catch (Throwable thrown) {
            throw ${variable.library}.failure(segment, thrown);
        }
    }
<#if accessor.set != "">

<@m.javadoc lines=accessor.doc indent="    "/>
    public static void ${accessor.name}(${accessor.setterType} value) {
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
<#list functions as function>
<#list function.values as method>

<@m.javadoc lines=method.doc indent="    "/>
<#if method.deprecated>
    @Deprecated
</#if>
    public static ${method.returnType} ${method.name}(${m.parameterList(method.parameters)}) {
<#if method.scratch>
        try (Scratch scratch = Scratch.open()) {
<#list method.statements as statement>
            ${statement};
</#list>
            <#if method.returnType != "void">return </#if>${method.expression};
        }
<#else>
<#list method.statements as statement>
        ${statement};
</#list>
        <#if method.returnType != "void">return </#if>${method.expression};
</#if>
    }
</#list>
<#assign call = function.call>

<@m.javadoc lines=call.doc indent="    "/>
<#if call.deprecated>
    @Deprecated
</#if>
    public static ${call.returnType} ${call.name}(${m.parameterList(call.parameters)}) {
<#assign invoked = holders + "Calls." + call.shape + "(" + holders + call.symbol + call.arguments?map(a -> ", " + a)?join("") + ")">
<#if call.state>
<#if call.buffer != "">
        ReturnBuffer returnBuffer = ${call.buffer};
</#if>
        try (Scratch scratch = Scratch.open()) {
            MemorySegment callState = CallState.allocate(scratch);
            var result = ${call.result?keep_before("$")}${invoked}${call.result?keep_after("$")};
<#list call.checks as line>
            ${line}
</#list>
            return result;
        }
<#else>
<#list call.checks>
        var result = ${call.result?keep_before("$")}${invoked}${call.result?keep_after("$")};
<#items as line>
        ${line}
</#items>
        return result;
<#else>
        <#if call.returnType != "void">return </#if>${call.result?keep_before("$")}${invoked}${call.result?keep_after("$")};
</#list>
</#if>
    }
<#list function.async as method>

<@m.javadoc lines=method.doc indent="    "/>
<#if method.deprecated>
    @Deprecated
</#if>
    public static CompletableFuture<${method.type}> ${method.name}(${m.parameterList(method.parameters)}) {
        return LIBRARY.nonblocking("${method.symbolName?j_string}", ${holders}${method.symbol}, ${holders}${method.shape}.HANDLE, "${method.names}"<#list method.arguments as argument>, ${argument}</#list>)
<#if method.carrier == "void">
                .thenApply(it_ -> null);
<#else>
                .thenApply(it_ -> {
                    var result = ${method.result?keep_before("$")}((${method.carrier}) it_)${method.result?keep_after("$")};
<#list method.checks as line>
                    ${line}
</#list>
                    return result;
                });
</#if>
    }
</#list>
</#list>
<#list results as result>

<@m.javadoc lines=result.doc indent="    "/>
    public record ${result.name}(${m.parameterList(result.components)}) {
    }
</#list>
<#if owner == name>

    /**
     * Typed views of addresses that C gave. They have no bounds, as in C; the null pointer keeps none, so that reading
     * through it throws. For {@code PointerRef.allocate(arena, ${name}.Pointers::bytes)}.
     */
    public static final class Pointers {
        private Pointers() {
        }

        static MemorySegment unbounded(MemorySegment address) {
            return address.address() == 0 ? address : address.reinterpret(Long.MAX_VALUE);
        }

        static MemorySegment sized(MemorySegment address, long size) {
            if (address.byteSize() >= size) {
                return address;
            }
            if (address.byteSize() != 0) {
                throw new IndexOutOfBoundsException(address.byteSize() + " bytes for a struct of " + size);
            }
            return address.address() == 0 ? address : address.reinterpret(size);
        }

        static MemorySegment resized(MemorySegment address, long size, long length) {
            if (address.address() == 0 || length == 0) {
                return MemorySegment.NULL;
            }
            return address.reinterpret(Math.multiplyExact(size, length));
        }

        /** {@code bool *}. */
        public static BoolPtr bools(MemorySegment address) {
            return BoolPtr.of(unbounded(address));
        }

        /** {@code char *}. */
        public static BytePtr bytes(MemorySegment address) {
            return BytePtr.of(unbounded(address));
        }

        /** {@code short *}. */
        public static ShortPtr shorts(MemorySegment address) {
            return ShortPtr.of(unbounded(address));
        }

        /** {@code int *}. */
        public static IntPtr ints(MemorySegment address) {
            return IntPtr.of(unbounded(address));
        }

        /** {@code long long *}. */
        public static LongPtr longs(MemorySegment address) {
            return LongPtr.of(unbounded(address));
        }

        /** {@code float *}. */
        public static FloatPtr floats(MemorySegment address) {
            return FloatPtr.of(unbounded(address));
        }

        /** {@code double *}. */
        public static DoublePtr doubles(MemorySegment address) {
            return DoublePtr.of(unbounded(address));
        }

        /** {@code const char *} as a text in UTF-8; null for the null pointer. */
        public static @Nullable String string(MemorySegment address) {
            return CString.read(unbounded(address));
        }
    }

    /** The base of the places of structs and unions: gives bounds to addresses that C gave. */
    public abstract static class StructPlace<T, P extends StructPlace<T, P>> extends StructPointer<T, P> {
        StructPlace(MemorySegment address, long size) {
            super(Pointers.sized(address, size), size);
        }

        StructPlace(MemorySegment address, int size) {
            this(address, (long) size);
        }

        /** This and what follows, as so many in a row; the caller vouches for the length. NULL for none. */
        @SuppressWarnings("unchecked")
        public final P array(long length) {
            return (P) placeAt(Pointers.resized(segment(), placeSize(), length));
        }
    }
</#if>
<#list calls>

    /** Calls C: a method for each shape, which throws what a callback threw meanwhile. */
    static final class Calls {
<#items as shape>
        static ${shape.carrier} ${shape.name}(MemorySegment address<#list shape.parameters as type>, ${type} arg${type?index}</#list>) {
            try {
<#if shape.carrier == "void">
                ${shape.name}.HANDLE.${shape.invoke}(address<#list shape.parameters as type>, arg${type?index}</#list>);
                Upcalls.rethrow();
<#else>
                var result = (${shape.carrier}) ${shape.name}.HANDLE.${shape.invoke}(address<#list shape.parameters as type>, arg${type?index}</#list>);
                Upcalls.rethrow();
                return result;
</#if>
            } catch (Throwable thrown) {
                throw ${shape.library}.failure(address, thrown);
            }
        }
<#sep>

</#sep>
</#items>
<#if callbacks>

        /** Code that C may call: the static method {@code upcall} of an interface. */
        static <F> FunctionPointer<F> upcall(Class<F> type, FunctionDescriptor descriptor, F function, Arena arena,
                Object... onException) {
            return LIBRARY.upcall(MethodHandles.lookup(), type, descriptor, function, arena, onException);
        }

        static <F> FunctionPointer<F> upcall(Class<F> type, String descriptor, F function, Arena arena,
                Object... onException) {
            return upcall(type, NativeLibrary.descriptor(descriptor), function, arena, onException);
        }
</#if>
    }
</#list>
<#list calls as shape>

    interface ${shape.name} {
<#if shape.descriptor != "">
        FunctionDescriptor DESCRIPTOR = ${shape.descriptor};
</#if>
        ${shape.handleType} HANDLE = ${shape.handle};
    }
</#list>
<#list symbols as group>

    interface ${group.name} {
<#list group.entries as entry>
        MemorySegment ${entry.field} = ${group.library}.<#if entry.size == "">function("${entry.symbolName?j_string}")<#else>variable("${entry.symbolName?j_string}", ${entry.size})</#if>;
</#list>
    }
</#list>
}
