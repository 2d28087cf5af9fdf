package org.ffigen.java;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The imports a body needs, found by the names it uses. No generated type has one of these names. */
public final class ImportSection {

    private static final Map<String, String> TYPES = new TreeMap<>();
    private static final Set<String> LAYOUTS = Set.of("ADDRESS", "JAVA_BOOLEAN", "JAVA_BYTE", "JAVA_CHAR",
            "JAVA_DOUBLE", "JAVA_FLOAT", "JAVA_INT", "JAVA_LONG", "JAVA_SHORT", "ADDRESS_UNALIGNED",
            "JAVA_CHAR_UNALIGNED", "JAVA_DOUBLE_UNALIGNED", "JAVA_FLOAT_UNALIGNED", "JAVA_INT_UNALIGNED",
            "JAVA_LONG_UNALIGNED", "JAVA_SHORT_UNALIGNED");

    static {
        declare("java.lang.foreign", "Arena", "FunctionDescriptor", "MemoryLayout", "MemorySegment",
                "SegmentAllocator", "StructLayout", "UnionLayout");
        declare("java.lang.invoke", "MethodHandle", "MethodHandles");
        declare("java.util", "Objects");
        declare("java.util.concurrent", "CompletableFuture");
        declare("java.math", "BigInteger");
        declare("org.ffigen.runtime", "Atomics", "BitFields", "BoolPtr", "BytePtr", "CString", "CallState",
                "ClosableLibrary", "Codecs",
                "ComplexDouble", "ComplexFloat", "DoublePtr", "FloatPtr", "FunctionPointer", "IntEnum", "IntPtr",
                "JavaArrays", "LibrarySource", "LongEnum", "LongPtr", "LostResult", "MemberArrays",
                "NativeAccess",
                "NativeBinding", "NativeLibrary", "OwnedPointer", "Pointer",
                "PointerRef", "ReturnBuffer", "Scratch", "ShortPtr", "Struct", "StructPointer", "StructValue",
                "TypedPointer", "UnknownIntEnum", "UnknownLongEnum", "Unsigned", "Upcalls", "ValueOfFailure",
                "ValuePtr", "VariadicCall",
                "WideString");
        declare("org.jspecify.annotations", "NullMarked", "Nullable");
    }

    private ImportSection() {
    }

    private static void declare(String packageName, String... names) {
        Stream.of(names).forEach(name -> TYPES.put(name, packageName + "." + name));
    }

    /** The simple names that generated code may import, so that no generated type may have them. */
    public static Set<String> names() {
        return Set.copyOf(TYPES.keySet());
    }

    /** The constants of {@code ValueLayout} that generated code may import statically. */
    public static Set<String> layouts() {
        return LAYOUTS;
    }

    /** The import statements for a body, in two sorted blocks, each followed by an empty line. */
    public static String of(String body) {
        Set<String> layouts = new TreeSet<>();
        Set<String> types = new TreeSet<>();
        for (String name : CodeNames.of(body)) {
            if (LAYOUTS.contains(name)) {
                layouts.add("import static java.lang.foreign.ValueLayout." + name + ";\n");
            } else if (TYPES.containsKey(name)) {
                types.add("import " + TYPES.get(name) + ";\n");
            }
        }
        return block(layouts) + block(types);
    }

    private static String block(Set<String> imports) {
        return imports.isEmpty() ? "" : String.join("", imports) + "\n";
    }
}
