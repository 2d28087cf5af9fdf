package org.ffigen.bind;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.lang.model.SourceVersion;
import org.ffigen.java.ImportSection;

/** Names that mean something else where generated code uses them. A clash is resolved by a trailing underscore. */
final class ReservedNames {

    /** Simple names of types that generated code or its users write without an import. */
    private static final Set<String> TYPES = Stream.of(ImportSection.names(), ImportSection.layouts(),
            JavaLang.TYPES, Set.of("Known", "Pointers", "Ptr", "StructPlace", "Unknown"))
            .flatMap(Set::stream)
            .collect(Collectors.toUnmodifiableSet());
    /** Words that are keywords in some places. */
    private static final Set<String> RESTRICTED = Set.of("record", "var", "yield", "sealed", "permits", "when");
    /** Methods of Object without parameters, which neither accessors nor components may redeclare. */
    private static final Set<String> OBJECT_METHODS = Set.of("clone", "finalize", "getClass", "hashCode", "notify",
            "notifyAll", "toString", "wait");
    /** The methods of the library class that are no functions of C's. */
    private static final Set<String> LIBRARY_METHODS = Set.of("downcallHandle", "isAvailable");
    /** Members of the runtime's pointers and of every generated place. */
    private static final Set<String> PLACE_METHODS = Set.of("address", "array", "arrayLength",
            "at", "get", "placeAt", "placeSize", "readValue", "writeValue", "isNull", "segment", "set",
            "of", "view", "toSegment", "allocate", "allocateArray", "equals", "boolAt", "byteAt",
            "shortAt", "intAt", "longAt", "floatAt", "doubleAt", "addressAt", "sliceAt");
    /** Members of every generated enumeration. */
    private static final Set<String> ENUM_MEMBERS = Set.of("value", "Known", "Unknown");
    /** Members of the library class and of the classes nested in it. */
    private static final Pattern OURS = Pattern.compile(
            "Calls|Access_|opened_|symbols_|LIBRARY|SHIMS|HANDLE|DESCRIPTOR|(Call|Shims|Symbols|Unprototyped|Variadic)_.*");
    /** Where the names begin that generated code writes with their packages. */
    private static final Set<String> PACKAGES = Set.of("java", "org");
    /** Variables of the templates. */
    private static final Pattern LOCALS = Pattern
            .compile("allocator|callState|function|java|org|pointer|result|returnBuffer"
                    + "|scratch|thrown|valueOnException|calls_+|it_+|.*(Place|Array)_");

    /** Why no type has a dollar in its name. */
    static final String NESTED = "a $ in the name of a class stands for one within another";

    private ReservedNames() {
    }

    /**
     * The name itself, or with an underscore where Java's grammar forbids it. Characters that C has in names and Java
     * does not are spelled by their codes.
     */
    static String legal(String name) {
        String spelled = spelled(name);
        String start = Character.isJavaIdentifierStart(spelled.codePointAt(0)) ? spelled : "_" + spelled;
        return SourceVersion.isKeyword(start) || RESTRICTED.contains(start) ? start + "_" : start;
    }

    /** {@code a\u00b7b} is {@code a_u00b7b}. */
    private static String spelled(String name) {
        if (isSpelled(name)) {
            return name;
        }
        StringBuilder spelled = new StringBuilder();
        name.codePoints()
                .forEach(c -> spelled.append(Character.isJavaIdentifierPart(c)
                        ? Character.toString(c)
                        : "_u%04x".formatted(c)));
        return spelled.toString();
    }

    /** Whether Java has all characters of a name that C has. */
    static boolean isSpelled(String name) {
        for (int i = 0; i < name.length(); i += Character.charCount(name.codePointAt(i))) {
            if (!Character.isJavaIdentifierPart(name.codePointAt(i))) {
                return false;
            }
        }
        return true;
    }

    /**
     * A variable would hide a type of its name; documentation of an interface that is called {@code of} cannot tell it
     * from its method; and the file of {@code A$B} would be that of a class nested in {@code A}.
     */
    static String type(String spelled) {
        String name = spelled.replace('$', '_');
        if (LOCALS.matcher(name).matches()) {
            return nextParameter(name);
        }
        return isTaken(name) || name.equals("of") ? name + "_" : name;
    }

    private static boolean isTaken(String name) {
        return TYPES.contains(name) || OURS.matcher(name).matches();
    }

    /** A constant of the library class would hide a type, a layout, a nested class or a package of its name. */
    static String constant(String name) {
        return isTaken(name) || PACKAGES.contains(name) ? name + "_" : name;
    }

    /** The field of a symbol's address. */
    static String symbol(String name) {
        return OURS.matcher(name).matches() ? name + "_" : legal(name);
    }

    static String enumConstant(String name) {
        return ENUM_MEMBERS.contains(name) ? name + "_" : name;
    }

    static String method(String name) {
        return OBJECT_METHODS.contains(name) || LIBRARY_METHODS.contains(name) ? name + "_" : secondary(name);
    }

    /** A component of a record is a field too, which would hide a type or a layout of its name. */
    static String placeMember(String name) {
        boolean hides = name.equals("LAYOUT") || isTaken(name);
        return hides || OBJECT_METHODS.contains(name) || PLACE_METHODS.contains(name) ? name + "_" : secondary(name);
    }

    /** The second form of {@code name} is {@code nameRaw}: what ends so itself gives way, whether there is one or not. */
    private static String secondary(String name) {
        return name.endsWith("Raw") ? name + "_" : name;
    }

    /** Why a name is not left as it is. */
    static String reason(String name) {
        if (!legal(name).equals(name)) {
            return isSpelled(name) ? name + " is a word of Java" : "Java has no names with such characters";
        }
        if (name.indexOf('$') >= 0) {
            return NESTED;
        }
        if (OBJECT_METHODS.contains(name)) {
            return "every object in Java has a method " + name;
        }
        return name.endsWith("Raw")
                ? "names that end in Raw are kept for second forms"
                : "generated code uses the name " + name;
    }

    /** The next name to try for a parameter whose name is taken; an underscore at the end does not help all. */
    static String nextParameter(String name) {
        return OURS.matcher(name).matches() || name.startsWith("it_") || name.startsWith("calls_")
                ? "_" + name
                : name + "_";
    }

    /** Whether generated code uses a variable of that name, or a type or field that such a parameter would hide. */
    static boolean isTakenFromParameters(String name) {
        return LOCALS.matcher(name).matches() || isTaken(name);
    }
}
