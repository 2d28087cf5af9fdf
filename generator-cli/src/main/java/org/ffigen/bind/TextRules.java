package org.ffigen.bind;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.ffigen.config.FunctionRules;
import org.ffigen.config.Given;
import org.ffigen.model.BuiltinKind;
import org.ffigen.lower.Lowering;
import org.ffigen.model.CType;
import org.ffigen.model.Declaration.FunctionDecl;
import org.ffigen.model.FunctionType;
import org.ffigen.model.NativeApi;

/** How the texts of one function are written, and what frees them. */
final class TextRules {

    private static final List<String> STANDARD = List.of("US-ASCII", "ISO-8859-1", "UTF-8", "UTF-16BE", "UTF-16LE");

    private static final String UTF_8 = "java.nio.charset.StandardCharsets.UTF_8";

    private static final List<String> WIDE = List.of("ShortPtr", "IntPtr");

    private static final Set<BuiltinKind> CHARACTERS = Set.of(BuiltinKind.WCHAR, BuiltinKind.CHAR16,
            BuiltinKind.CHAR32);

    private final NativeApi api;
    private final Rulebook rulebook;
    private final TypeMapper types;
    private final Lowering lowering;
    private final String charset;
    /** That of texts of {@code char}, which is another where the charset is that of wider characters in the function. */
    private final String narrow;
    /** That of texts which no prototype declares: they are like the last that one does. */
    private final String further;
    private final FunctionRules rules;
    private final int unit;
    /** Whether a method has a text that is written in the charset. */
    private boolean used;

    private TextRules(NativeApi api, Rulebook rulebook, TypeMapper types, Lowering lowering, FunctionRules rules,
            String charset, List<CType> places) {
        this.api = api;
        this.rulebook = rulebook;
        this.types = types;
        this.lowering = lowering;
        this.rules = rules;
        this.charset = charset;
        this.unit = charset.contains("UTF_16") || charset.contains("UTF-16")
                ? Short.BYTES
                : charset.contains("UTF-32") ? Integer.BYTES : Byte.BYTES;
        this.narrow = places.stream().anyMatch(this::leadsToWide) ? "" : charset;
        this.further = places.reversed()
                .stream()
                .filter(this::isAnyText)
                .findFirst()
                .map(this::charsetOf)
                .orElse(charset);
    }

    /** Of the texts of a function of that type. */
    static TextRules of(FunctionRules rules, NativeApi api, Rulebook rulebook, TypeMapper types, Lowering lowering,
            FunctionType type) {
        return of(rules, api, rulebook, types, lowering, Stream.concat(Stream.of(type.result()),
                type.parameters().stream().map(FunctionType.Parameter::type)).toList());
    }

    /** Of variables and members. */
    static TextRules of(FunctionRules rules, NativeApi api, Rulebook rulebook, TypeMapper types, Lowering lowering) {
        return of(rules, api, rulebook, types, lowering, List.of());
    }

    private static TextRules of(FunctionRules rules, NativeApi api, Rulebook rulebook, TypeMapper types,
            Lowering lowering, List<CType> places) {
        return new TextRules(api, rulebook, types, lowering, rules,
                rules.charset().flatMap(given -> charset(given, rulebook)).orElse(""), places);
    }

    /** The expression of the charset of arrays of {@code char}; empty for UTF-8. */
    String charset() {
        return charset;
    }

    /** The expression of a charset; empty for UTF-8. */
    private static Optional<String> charset(Given given, Rulebook rulebook) {
        try {
            if (Charset.isSupported(given.text())) {
                if (!endsWithZeros(Charset.forName(given.text()))) {
                    rulebook.refuse(given, "C cannot see where a text in %s ends".formatted(given.text()),
                            "give one without a byte order mark whose NUL is zero bytes, such as UTF-16LE");
                    return Optional.empty();
                }
                String name = Charset.forName(given.text()).name();
                return Optional.of(name.equals("UTF-8")
                        ? ""
                        : STANDARD.contains(name)
                                ? "java.nio.charset.StandardCharsets." + name.replace('-', '_')
                                : "java.nio.charset.Charset.forName(" + Literals.ofString(name) + ")");
            }
        } catch (IllegalCharsetNameException notEvenAName) {
            // As unknown as any other that there is not.
        }
        rulebook.refuse(given, "there is no charset '%s'".formatted(given.text()),
                "give one that Java knows, such as ISO-8859-1, windows-1252, UTF-16LE");
        return Optional.empty();
    }

    /** Whether a text ends with a NUL as wide as its smallest character, and Java can write it at all. */
    private static boolean endsWithZeros(Charset charset) {
        if (!charset.canEncode()) {
            return false;
        }
        byte[] nul = "\0".getBytes(charset);
        int unit = charset.name().startsWith("UTF-16")
                ? Short.BYTES
                : charset.name().startsWith("UTF-32") ? Integer.BYTES : Byte.BYTES;
        return Arrays.equals(nul, new byte[unit]);
    }

    /** The expression that gives C a text of {@code char}, over {@code scratch}. */
    String toNative(String text) {
        return "scratch.string(" + text + argument(use(narrow)) + ")";
    }

    /**
     * The expression that gives C a list of texts, over {@code scratch}.
     *
     * @param text the type of each
     * @param counted whether C knows their number, and takes NULL for any of them
     */
    String listToNative(String texts, CType.Pointer text, boolean counted) {
        String charset = use(charsetOf(text));
        return counted
                ? "scratch.strings(" + texts + argument(charset) + ")"
                : "scratch.endingStrings(" + texts + argument(charset.isEmpty() ? UTF_8 : charset) + ")";
    }

    /** The expression of variable arguments, whose texts are written in a charset. */
    String furtherToNative(String arguments) {
        String charset = use(further);
        return charset.isEmpty() ? arguments : "VariadicCall.texts(" + arguments + argument(charset) + ")";
    }

    private static String argument(String charset) {
        return charset.isEmpty() ? "" : ", " + charset;
    }

    /** Notes that the charset is of use, if it is that. */
    private String use(String one) {
        used |= one.equals(charset);
        return one;
    }

    /** Notes that a function has a charset of its own and no texts: it was meant for another. */
    void refuseUseless(FunctionDecl function) {
        rulebook.own(function)
                .charset()
                .filter(given -> !used)
                .ifPresent(given -> rulebook.refuse(given,
                        "%s neither takes nor gives a text".formatted(function.name()),
                        "texts are const char *, and char * with free or out; texts: [...] at the top adds other characters"));
    }

    /** The expression of the text at an address of that type. */
    String read(CType text, String address) {
        String charset = use(charsetOf(text));
        return charset.isEmpty()
                ? types.text(address)
                : "CString.read(" + types.pointers() + ".unbounded(" + address + "), " + charset + ")";
    }

    /** The charset of a text of that type. */
    private String charsetOf(CType text) {
        return lowering.resolve(text) instanceof CType.Pointer pointer && isUnit(pointer.pointee()) ? charset : narrow;
    }

    /** How many bytes the NUL of a text of that type has. */
    int unitOf(CType text) {
        return charsetOf(text).equals(charset) ? unit : Byte.BYTES;
    }

    /** The type of what lies at a place where C leaves a text. */
    CType at(CType place) {
        return lowering.resolve(place) instanceof CType.Pointer pointer ? pointer.pointee() : place;
    }

    /** The expression of the text at an address of that type, which is freed. */
    String take(CType text, String address, String free) {
        String read = read(text, "it_");
        return "CString.take(" + address + ", "
                + (read.equals(types.text("it_")) ? types.pointers() + "::string" : "it_ -> " + read) + ", " + free
                + ")";
    }

    /** Whether a function gives a text. One that the caller must free needs not be const. */
    boolean isText(CType result) {
        return types.isText(result) || isWide(result) || rules.free().isPresent()
                && lowering.resolve(result) instanceof CType.Pointer pointer && isOfCharacters(pointer);
    }

    /** Whether what is there are characters: {@code char}, or as wide as the charset's; const or not. */
    boolean isOfCharacters(CType.Pointer pointer) {
        return isChar(pointer.pointee()) || isUnit(pointer.pointee());
    }

    /** Whether a pointer may lead into a text: to characters, to bytes of any type, or to anything. */
    boolean mayLeadIntoText(CType.Pointer pointer) {
        return isOfCharacters(pointer)
                || lowering.storage(pointer.pointee()).size() <= 1 && types.opaque(pointer).isEmpty();
    }

    /** Whether C reads units of the charset at such a pointer: {@code const char16_t *}, {@code const wchar_t *}. */
    boolean isWide(CType type) {
        return lowering.resolve(type) instanceof CType.Pointer pointer && lowering.isConst(pointer.pointee())
                && isUnit(pointer.pointee());
    }

    private boolean isAnyText(CType type) {
        return types.isText(type) || isWide(type);
    }

    /** Whether a type is an integer as wide as the charset's characters, which are wider than {@code char}. */
    private boolean isUnit(CType type) {
        return unit > 1 && lowering.resolve(type) instanceof CType.Builtin builtin
                && lowering.storage(builtin).size() == unit
                && WIDE.contains(pointer(new CType.Pointer(type)));
    }

    /** Whether behind pointers are characters as wide as the charset's: texts, or room for one. */
    private boolean leadsToWide(CType type) {
        return lowering.resolve(type) instanceof CType.Pointer pointer
                && (isWide(pointer) || isUnit(pointer.pointee()) && isCharacter(pointer.pointee())
                        || leadsToWide(pointer.pointee()));
    }

    private boolean isCharacter(CType type) {
        return lowering.resolve(type) instanceof CType.Builtin(var kind) && CHARACTERS.contains(kind);
    }

    /** Java's pointer to the characters of a text of that type. */
    String pointer(CType text) {
        return types.map(text, "").parameterType().replace(TypeMapper.NULLABLE, "");
    }

    /** The text that is passed for a parameter of that type. */
    ArrayParameter wide(CType type) {
        return new ArrayParameter("@Nullable String",
                List.of("MemorySegment $Place_ = scratch.string($" + argument(use(charset)) + ")"),
                pointer(type) + ".of($Place_)", "", false, "");
    }

    /** Whether a type is {@code char}, const or not, or what else is a character. */
    boolean isChar(CType type) {
        return types.isCharacter(type);
    }

    private String hintOfNoText(CType result) {
        boolean bytes = lowering.resolve(result) instanceof CType.Pointer pointer
                && lowering.resolve(pointer.pointee()) instanceof CType.Builtin
                && lowering.storage(pointer.pointee()).size() == Byte.BYTES;
        return bytes
                ? "if what it points to are characters, say so at the top: texts: [unsigned char]"
                : "declare what it gives a handle: handles: {jar: {close: jar_close}}";
    }

    /**
     * What frees the result, if something must: the expression of a function over its address.
     *
     * @param array whether it is an array
     */
    Optional<String> freeOfResult(CType result, boolean array) {
        if (rules.free().isPresent() && !array && !isText(result)) {
            rulebook.refuse(rules.free().get(), "the function gives no text", hintOfNoText(result));
            return Optional.empty();
        }
        return rules.free().flatMap(this::free);
    }

    /** The expression of the function that frees a text. */
    Optional<String> free(Given name) {
        return new FreeFunctions(api, rulebook, types, lowering).of(name);
    }
}
