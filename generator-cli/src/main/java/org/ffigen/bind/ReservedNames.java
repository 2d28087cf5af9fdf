package org.ffigen.bind;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;
import org.ffigen.java.ImportSection;

/** Names that mean something else where generated code uses them. A clash is resolved by a trailing underscore. */
final class ReservedNames {

    /** Simple names of types that generated code or its users write without an import. */
    private static final Set<String> TYPES = Stream.concat(ImportSection.names().stream(), Stream.of("Array", "Known",
            "Pointers", "Ptr", "Unknown", "AutoCloseable", "Boolean", "Byte", "CharSequence", "Character", "Class",
            "ClassLoader", "Cloneable", "Comparable", "Compiler", "Deprecated", "Double", "Enum", "Error", "Exception",
            "Float", "FunctionalInterface", "IO", "Integer", "Iterable", "Long", "Math", "Module",
            "NullPointerException",
            "Number", "Object",
            "Override", "Package", "Process", "Readable", "Record", "Runnable", "Runtime", "RuntimeException",
            "SafeVarargs", "ScopedValue", "Short", "StackWalker", "String", "StringBuffer", "StringBuilder",
            "SuppressWarnings", "System", "Thread", "ThreadGroup", "ThreadLocal", "Throwable", "Void"))
            .collect(Collectors.toUnmodifiableSet());
    /** Methods of Object without parameters, which neither accessors nor components may redeclare. */
    private static final Set<String> OBJECT_METHODS = Set.of("clone", "finalize", "getClass", "hashCode", "notify",
            "notifyAll", "toString", "wait");
    /** Members of the runtime's pointers and of every generated place. */
    private static final Set<String> PLACE_METHODS = Set.of("address", "array", "get", "isNull", "segment", "set",
            "of", "view", "toSegment", "read", "write", "allocate", "allocateArray", "equals");
    /** Variables of the templates. */
    private static final Set<String> LOCALS = Set.of("allocator", "function", "pointer", "result", "scratch",
            "thrown", "valueOnException", "it_");

    private ReservedNames() {
    }

    /** The name itself, or with an underscore where Java's grammar forbids it. */
    static String legal(String name) {
        String start = Character.isJavaIdentifierStart(name.charAt(0)) ? name : "_" + name;
        return SourceVersion.isIdentifier(start) && !SourceVersion.isKeyword(start) && !restricted(start)
                ? start
                : start + "_";
    }

    private static boolean restricted(String name) {
        return Arrays.asList("record", "var", "yield", "sealed", "permits", "when").contains(name);
    }

    static String type(String name) {
        return TYPES.contains(name) ? name + "_" : name;
    }

    /** What a constant of the library class would hide. */
    static Set<String> constants() {
        return Stream.concat(TYPES.stream(), ImportSection.layouts().stream()).collect(Collectors.toSet());
    }

    static String method(String name) {
        return OBJECT_METHODS.contains(name) ? name + "_" : name;
    }

    static String placeMember(String name) {
        return OBJECT_METHODS.contains(name) || PLACE_METHODS.contains(name) ? name + "_" : name;
    }

    static String parameter(String name) {
        return LOCALS.contains(name) ? name + "_" : name;
    }
}
