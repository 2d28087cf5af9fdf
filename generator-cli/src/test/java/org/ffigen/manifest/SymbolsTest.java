package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ffigen.lower.ApiFixture.HERE;
import static org.ffigen.lower.ApiFixture.LINUX;
import static org.ffigen.lower.ApiFixture.WINDOWS;
import static org.ffigen.lower.ApiFixture.api;
import static org.ffigen.lower.ApiFixture.array;
import static org.ffigen.lower.ApiFixture.builtin;
import static org.ffigen.lower.ApiFixture.callback;
import static org.ffigen.lower.ApiFixture.constant;
import static org.ffigen.lower.ApiFixture.enumeration;
import static org.ffigen.lower.ApiFixture.field;
import static org.ffigen.lower.ApiFixture.function;
import static org.ffigen.lower.ApiFixture.incompleteArray;
import static org.ffigen.lower.ApiFixture.named;
import static org.ffigen.lower.ApiFixture.opaque;
import static org.ffigen.lower.ApiFixture.pointer;
import static org.ffigen.lower.ApiFixture.record;
import static org.ffigen.lower.ApiFixture.type;
import static org.ffigen.lower.ApiFixture.typedef;
import static org.ffigen.lower.ApiFixture.variable;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.DeclId;
import org.ffigen.model.Declaration;
import org.ffigen.model.Declaration.VariableDecl;
import org.ffigen.model.NativeApi;
import org.junit.jupiter.api.Test;

class SymbolsTest {

    private static final CType CHAR = builtin(BuiltinKind.CHAR);
    private static final CType INT = builtin(BuiltinKind.INT);
    private static final CType LONG = builtin(BuiltinKind.LONG);
    private static final CType S = named("struct:s");
    private static final Declaration POINT = record("struct:s", 8, 4, field("x", INT, 0), field("y", INT, 4));

    private static JsonObject manifest(NativeApi api) {
        String json = ManifestWriter.write(api);
        ManifestSchema.validate(json);
        return JsonParser.parseString(json).getAsJsonObject();
    }

    private static JsonObject symbols(Declaration... declarations) {
        return manifest(api(declarations)).getAsJsonObject("symbols").getAsJsonObject("*");
    }

    /** What the parameters of a function of that type are called. */
    private static String parameters(CType parameter, Declaration... types) {
        Declaration[] all = Stream.concat(Stream.of(types), Stream.of(function("f", CType.VOID, parameter)))
                .toArray(Declaration[]::new);
        return symbols(all).getAsJsonObject("f").get("parameters").toString();
    }

    private static JsonElement entry(JsonObject manifest, String section, String id, String key) {
        return manifest.getAsJsonObject(section).getAsJsonObject(id).get(key);
    }

    @Test
    void aFunctionIsOptionalAndHasNoType() {
        assertThat(symbols(function("f", CType.VOID))).hasToString(
                "{\"f\":{\"optional\":true,\"parameters\":[],\"result\":\"void\"}}");
    }

    @Test
    void aRenamedFunctionSaysWhatIsExported() {
        assertThat(symbols(function("f", "f_v2", type(INT), false))).hasToString(
                "{\"f\":{\"name\":\"f_v2\",\"optional\":true,\"parameters\":[],\"result\":\"i32\"}}");
    }

    @Test
    void addressesOfDataTheCallerHasAreBuffers() {
        for (CType type : List.of(pointer(INT), pointer(CHAR), pointer(constant(CHAR)), pointer(CType.VOID),
                pointer(pointer(CType.VOID)), pointer(pointer(named("struct:o"))), pointer(named("enum:e")), pointer(S),
                array(INT, 4), incompleteArray(S), pointer(array(INT, 4)),
                pointer(builtin(BuiltinKind.LONG_DOUBLE)), named("typedef:voidp"))) {
            assertThat(parameters(type, POINT, opaque("struct:o"), enumeration("e", BuiltinKind.INT, "A", 0),
                    typedef("voidp", pointer(CType.VOID)))).as(type.toString()).isEqualTo("[\"buffer\"]");
        }
    }

    @Test
    void addressesTheLibraryGaveArePointers() {
        assertThat(parameters(pointer(named("struct:o")), opaque("struct:o"))).isEqualTo("[\"pointer\"]");
        assertThat(parameters(named("typedef:o_t"), opaque("struct:o"), typedef("o_t", pointer(named("struct:o")))))
                .isEqualTo("[\"pointer\"]");
        assertThat(parameters(builtin(BuiltinKind.VA_LIST))).isEqualTo("[\"pointer\"]");
    }

    @Test
    void aTypedefThatSomeFunctionGivesOutIsAHandle() {
        CType index = named("typedef:CXIndex");
        assertThat(parameters(index, typedef("CXIndex", pointer(CType.VOID)), function("create", index)))
                .isEqualTo("[\"pointer\"]");
        CType curl = pointer(named("typedef:CURL"));
        assertThat(parameters(curl, typedef("CURL", CType.VOID), function("curl_easy_init", curl)))
                .isEqualTo("[\"pointer\"]");
        CType file = named("typedef:gzFile");
        assertThat(parameters(file, POINT, typedef("gzFile", pointer(S)), function("gzopen", file)))
                .isEqualTo("[\"pointer\"]");
        assertThat(parameters(file, POINT, typedef("gzFile", pointer(S)), function("open", INT, pointer(file))))
                .isEqualTo("[\"pointer\"]");
        assertThat(parameters(file, POINT, typedef("gzFile", pointer(S)), function("other", pointer(S))))
                .isEqualTo("[\"buffer\"]");
    }

    @Test
    void functionPointersAreFunctions() {
        assertThat(parameters(callback(INT, INT))).isEqualTo("[\"function\"]");
        assertThat(parameters(named("typedef:cb"), typedef("cb", callback(INT)))).isEqualTo("[\"function\"]");
        assertThat(parameters(new CType.Function(type(INT)))).isEqualTo("[\"function\"]");
    }

    @Test
    void addressesThatComeBackArePointers() {
        JsonObject symbols = symbols(POINT, function("a", pointer(CHAR)), function("b", pointer(S)),
                function("c", callback(INT)));
        assertThat(List.of("a", "b", "c")).map(name -> symbols.getAsJsonObject(name).get("result").getAsString())
                .containsOnly("pointer");
    }

    @Test
    void structsByValueAreSpelledOut() {
        Declaration mixed = record("struct:mixed", 32, 8, field("c", array(CHAR, 3), 0), field("p", array(S, 2), 4),
                field("cb", callback(INT), 24));
        assertThat(parameters(named("struct:mixed"), POINT, mixed)).isEqualTo("[{\"struct\":[\"i8\",\"i8\",\"i8\","
                + "{\"struct\":[\"i32\",\"i32\"]},{\"struct\":[\"i32\",\"i32\"]},\"pointer\"]}]");
    }

    @Test
    void variablesAreValuesOrAddresses() {
        JsonObject symbols = symbols(POINT, opaque("struct:o"), variable("number", constant(INT)),
                variable("truth", builtin(BuiltinKind.BOOL)), variable("text", pointer(constant(CHAR))),
                variable("array", array(CHAR, 4)), variable("record", S), variable("opaque", named("struct:o")),
                variable("wide", builtin(BuiltinKind.LONG_DOUBLE)));
        assertThat(symbols.keySet()).allSatisfy(
                name -> assertThat(symbols.getAsJsonObject(name).keySet()).containsExactly("optional", "type"));
        assertThat(symbols.getAsJsonObject("number").get("type").getAsString()).isEqualTo("i32");
        assertThat(symbols.getAsJsonObject("truth").get("type").getAsString()).isEqualTo("bool");
        assertThat(List.of("text", "array", "record", "opaque", "wide"))
                .map(name -> symbols.getAsJsonObject(name).get("type").getAsString())
                .containsOnly("pointer");
    }

    @Test
    void whatCannotBeSaidIsAbsentWithItsReason() {
        JsonObject manifest = manifest(RichApi.api());
        JsonObject symbols = manifest.getAsJsonObject("symbols").getAsJsonObject("*");
        assertThat(symbols.keySet()).doesNotContain("rich_printf", "rich_vec", "rich_square");
        assertThat(entry(manifest, "functions", "function:rich_printf", "noSymbol").getAsString())
                .isEqualTo("variadic-function");
        assertThat(entry(manifest, "functions", "function:rich_printf", "callable")).isNull();
        assertThat(entry(manifest, "functions", "function:rich_vec", "noSymbol").getAsString())
                .isEqualTo("unsupported-type");
        assertThat(entry(manifest, "functions", "function:rich_square", "callable"))
                .hasToString("{\"*\":\"inline-function\"}");
        assertThat(entry(manifest, "functions", "function:rich_add", "noSymbol")).isNull();
        assertThat(entry(manifest, "functions", "function:rich_add", "callable")).isNull();
    }

    @Test
    void aUnionByValueHasNoSymbolButJavaCanCallIt() {
        Declaration union = record("union:u", 4, 4, field("i", INT, 0), field("c", CHAR, 0));
        Declaration outer = record("struct:s", 4, 4, field("u", named("union:u"), 0));
        for (CType type : List.of(named("union:u"), S)) {
            JsonObject manifest = manifest(api(union, outer, function("f", CType.VOID, type)));
            assertThat(entry(manifest, "functions", "function:f", "noSymbol").getAsString())
                    .isEqualTo("union-by-value");
            assertThat(entry(manifest, "functions", "function:f", "callable")).isNull();
            assertThat(manifest.getAsJsonObject("symbols").getAsJsonObject("*").keySet()).isEmpty();
        }
    }

    @Test
    void argumentsOnlyTheJvmFindsTooLargeHaveASymbol() {
        Declaration large = record("struct:s", 2048, 8, field("x", array(LONG, 256), 0));
        JsonObject manifest = manifest(api(large, function("f", CType.VOID, S)));
        assertThat(entry(manifest, "functions", "function:f", "callable")).hasToString(
                "{\"*\":\"too-large-by-value\"}");
        assertThat(entry(manifest, "functions", "function:f", "noSymbol")).isNull();
        Declaration larger = record("struct:s", 1L << 40, 1, field("x", array(CHAR, 1L << 40), 0));
        assertThat(entry(manifest(api(larger, function("f", S))), "functions", "function:f", "noSymbol").getAsString())
                .isEqualTo("too-large-by-value");
    }

    @Test
    void aThreadLocalVariableHasNoSymbol() {
        Declaration errno = new VariableDecl(DeclId.parse("var:e"), "e", INT, true, Optional.empty(), HERE);
        assertThat(symbols(errno).keySet()).isEmpty();
        assertThat(entry(manifest(api(errno)), "globals", "var:e", "noSymbol").getAsString())
                .isEqualTo("thread-local-variable");
    }

    @Test
    void targetsThatAgreeShareOneTable() {
        JsonObject symbols = manifest(api(List.of(LINUX, WINDOWS), function("f", INT))).getAsJsonObject("symbols");
        assertThat(symbols.keySet()).containsExactly("*");
    }

    @Test
    void targetsThatDifferHaveCompleteTables() {
        JsonObject symbols = manifest(api(List.of(LINUX, WINDOWS), function("f", INT), function("g", LONG)))
                .getAsJsonObject("symbols");
        assertThat(symbols.keySet()).containsExactly("linux-x86_64", "windows-x86_64");
        assertThat(symbols.getAsJsonObject("linux-x86_64").keySet()).containsExactly("f", "g");
        assertThat(symbols.toString()).contains("\"result\":\"i64\"");
        assertThat(symbols.getAsJsonObject("windows-x86_64").toString()).doesNotContain("i64").contains("f", "g");
    }

    @Test
    void reasonsThatDifferAreGivenByTarget() {
        NativeApi api = Apis.all().get("layouts by target");
        Declaration.RecordDecl s = (Declaration.RecordDecl) api.declarations().get(DeclId.parse("struct:s"));
        assertThat(s.layout().on("macos-aarch64")).isNull();
        JsonObject manifest = manifest(api);
        assertThat(entry(manifest, "functions", "function:f", "noSymbol")).hasToString(
                "{\"linux-aarch64\":\"incomplete-by-value\",\"macos-aarch64\":\"incomplete-by-value\"}");
        assertThat(entry(manifest, "functions", "function:f", "callable")).hasToString(
                "{\"linux-aarch64\":\"incomplete-by-value\",\"macos-aarch64\":\"incomplete-by-value\"}");
    }
}
