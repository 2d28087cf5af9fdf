<#import "macros.ftl" as m>
<#import "members.ftl" as f>
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
    static final NativeLibrary LIBRARY = NativeLibrary.named(new Access_(MethodHandles.lookup()), "${library?j_string}", "${runtimeApi}");
<#if shims != "">

    /** Functions for what no library exports, from the C file that came with this class. */
    static final NativeLibrary SHIMS = LIBRARY.shims("${shims?j_string}");
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

    /**
     * Whether the library, or one that it depends on, has a function or variable of that C name.
     *
     * @throws org.ffigen.runtime.NativeLibraryNotFoundError if it cannot be opened
     */
    public static boolean isAvailable(String symbol) {
        return LIBRARY.has(symbol);
    }
<#if calls?size != 0>

    private static MethodHandle downcallHandle(String shape) {
        return LIBRARY.downcall(shape);
    }
</#if>
</#if>
<@f.variables of=variables modifiers="public static"/>
<@f.functions of=functions modifiers="public static" holders=holders symbols=holders methods=holders entered=false/>
<#list results as result>

<@m.javadoc lines=result.doc indent="    "/>
    public record ${result.name}(${m.parameterList(result.components)}) {
    }
</#list>
<#if owner == name>

    /** Native access of this class, for the runtime, which has none. */
    private static final class Access_ extends NativeAccess {
        Access_(MethodHandles.Lookup library) {
            super(library);
        }

        @Override
        protected MethodHandle linked(FunctionDescriptor type, java.lang.foreign.Linker.Option... options) {
            return java.lang.foreign.Linker.nativeLinker().downcallHandle(type, options);
        }

        @Override
        protected java.lang.foreign.SymbolLookup opened(java.nio.file.Path file, Arena arena) {
            return java.lang.foreign.SymbolLookup.libraryLookup(file, arena);
        }

        @Override
        protected MemorySegment resized(MemorySegment segment, long size) {
            return segment.reinterpret(size);
        }
<#if callbacks>

        @Override
        protected MemorySegment stub(MethodHandle target, FunctionDescriptor type, Arena arena) {
            return java.lang.foreign.Linker.nativeLinker().upcallStub(target, type, arena);
        }

        @Override
        protected MemorySegment ofArena(MemorySegment segment, long size, Arena arena,
                java.util.function.@Nullable Consumer<MemorySegment> cleanup) {
            return segment.reinterpret(size, arena, cleanup);
        }
</#if>
    }

    /**
     * Typed views of addresses that C gave. They have no bounds, as in C; the null pointer keeps none, so that reading
     * through it throws. For {@code PointerRef.allocate(arena, ${name}.Pointers::bytes)}.
     */
    public static final class Pointers {
        private Pointers() {
        }

        /** What lies at an address of C's, without bounds: who reads it vouches for the length. NULL stays NULL. */
        public static MemorySegment unbounded(MemorySegment address) {
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
        static ${shape.carrier} ${shape.name}(MemorySegment address<#list shape.parameters as type>, ${type} arg${type?index}</#list><#if shape.freed>, java.util.function.Consumer<MemorySegment> free</#if>) {
            try {
<#if shape.carrier == "void">
                ${shape.name}.HANDLE.${shape.invoke}(address<#list shape.parameters as type>, arg${type?index}</#list>);
                Upcalls.rethrow();
<#else>
                var result = (${shape.carrier}) ${shape.name}.HANDLE.${shape.invoke}(address<#list shape.parameters as type>, arg${type?index}</#list>);
<#if shape.freed>
                LostResult.rethrow(result, free);
<#else>
                Upcalls.rethrow();
</#if>
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
