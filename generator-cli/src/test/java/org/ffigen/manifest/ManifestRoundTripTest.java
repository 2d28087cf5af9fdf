package org.ffigen.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.lower.ApiFixture;
import org.ffigen.model.BuiltinKind;
import org.ffigen.model.CType;
import org.ffigen.model.ConstantValue;
import org.ffigen.model.Declaration;
import org.ffigen.model.NativeApi;
import org.ffigen.model.PerTarget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManifestRoundTripTest {

    static Stream<String> apis() {
        return Apis.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("apis")
    void whatIsWrittenReadsBackAsTheSame(String name) {
        NativeApi api = Apis.all().get(name);
        Diagnostics diagnostics = new Diagnostics();
        assertThat(ManifestReader.read(ManifestWriter.write(api), diagnostics)).isEqualTo(api);
        assertThat(diagnostics.all()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("apis")
    void everyManifestIsAsTheSchemaSays(String name) {
        ManifestSchema.validate(ManifestWriter.write(Apis.all().get(name)));
    }

    @ParameterizedTest
    @MethodSource("apis")
    void everyManifestIsCanonical(String name) {
        String json = ManifestWriter.write(Apis.all().get(name));
        Gson pretty = new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();
        String expected = pretty.toJson(sorted(JsonParser.parseString(json))) + "\n";
        assertThat(unescaped(json)).isEqualTo(unescaped(expected)).doesNotContain("\r", ": null");
    }

    /** The parser reads 200 types in each other. */
    @Test
    void whatIsNestedAsDeeplyAsCIsReadReadsBack() {
        CType type = ApiFixture.builtin(BuiltinKind.INT);
        for (int i = 0; i < 100; i++) {
            type = ApiFixture.callback(CType.VOID, type);
        }
        NativeApi api = ApiFixture.api(ApiFixture.typedef("deep", type));

        assertThat(ManifestReader.read(ManifestWriter.write(api), new Diagnostics())).isEqualTo(api);
    }

    @Test
    void equalApisGiveEqualBytes() {
        assertThat(ManifestWriter.write(RichApi.api())).isEqualTo(ManifestWriter.write(RichApi.api()));
    }

    @Test
    void theseApisHaveEveryKindOfValueTheModelHas() {
        Set<Class<?>> seen = new HashSet<>();
        Set<BuiltinKind> kinds = new HashSet<>();
        Apis.all().values().forEach(api -> collect(api, seen, kinds));
        assertThat(seen).contains(Declaration.class.getPermittedSubclasses())
                .contains(CType.class.getPermittedSubclasses())
                .contains(PerTarget.class.getPermittedSubclasses())
                .contains(ConstantValue.class.getPermittedSubclasses());
        assertThat(kinds).contains(BuiltinKind.values());
    }

    /** Values that the model's records hold, at any depth. */
    private static void collect(Object value, Set<Class<?>> seen, Set<BuiltinKind> kinds) {
        switch (value) {
            case BuiltinKind kind -> kinds.add(kind);
            case Record r -> {
                seen.add(r.getClass());
                Stream.of(r.getClass().getRecordComponents()).forEach(component -> {
                    try {
                        collect(component.getAccessor().invoke(r), seen, kinds);
                    } catch (ReflectiveOperationException e) {
                        throw new AssertionError(e);
                    }
                });
            }
            case Iterable<?> items -> items.forEach(item -> collect(item, seen, kinds));
            case java.util.Map<?, ?> map -> map.values().forEach(item -> collect(item, seen, kinds));
            default -> seen.add(value.getClass());
        }
    }

    private static JsonElement sorted(JsonElement element) {
        return switch (element) {
            case JsonObject object -> {
                JsonObject result = new JsonObject();
                new TreeMap<>(object.asMap()).forEach((key, value) -> result.add(key, sorted(value)));
                yield result;
            }
            case JsonArray array -> {
                JsonArray result = new JsonArray();
                array.forEach(item -> result.add(sorted(item)));
                yield result;
            }
            default -> element;
        };
    }

    /** Two characters Gson escapes and we do not have to, and one the other way round. */
    private static String unescaped(String json) {
        return json.replace("\\u2028", "\u2028").replace("\\ud83d", "\ud83d");
    }
}
