package org.ffigen.config;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.Set;
import java.util.stream.Stream;
import org.ffigen.config.FunctionRules.ParameterRule;
import org.ffigen.config.FunctionRules.VariadicInstance;
import org.ffigen.diagnostic.Diagnostics;

/** Reads a config. A mistake is a diagnostic at its place, and what it stands in is left out of the result. */
public final class ConfigReader {

    private static final String NAMING = "naming";
    private static final String STRIP_PREFIX = "strip-prefix";
    private static final String RENAME = "rename";
    private static final String INCLUDE = "include";
    private static final String EXCLUDE = "exclude";
    private static final String FUNCTIONS = "functions";
    private static final String VARIADIC = "variadic";
    private static final String ERRNO = "errno";
    private static final String CHECK = "check";
    private static final String PARAMETERS = "parameters";
    private static final String NONBLOCKING = "nonblocking";
    private static final String FREE = "free";
    private static final String CHARSET = "charset";
    private static final String TEXTS = "texts";
    private static final String CRITICAL = "critical";
    private static final String HANDLES = "handles";
    private static final String CLOSABLE = "closable";
    private static final String CLOSE = "close";
    private static final String A_CHARSET = "the name of a charset: ISO-8859-1";
    private static final String MACROS = "macros";
    private static final Pattern METHOD_NAME = Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*");

    private final YamlText yaml;

    private ConfigReader(YamlText yaml) {
        this.yaml = yaml;
    }

    /**
     * What that text says.
     *
     * @param file what messages call it
     * @param diagnostics takes everything that is wrong with it
     */
    public static Config read(String text, String file, Diagnostics diagnostics) {
        YamlText yaml = new YamlText(text, file, diagnostics);
        return yaml.document().map(new ConfigReader(yaml)::config).orElse(Config.EMPTY);
    }

    private Config config(YamlNode document) {
        YamlMapping keys = document.mapping("the config",
                List.of(NAMING, STRIP_PREFIX, RENAME, INCLUDE, EXCLUDE, FUNCTIONS, HANDLES, CHARSET, TEXTS, CLOSABLE,
                        MACROS));
        return new Config(
                new NamingRules(keys.find(NAMING).flatMap(this::style), texts(keys, STRIP_PREFIX),
                        keys.find(RENAME).map(this::renames).orElse(List.of())),
                new SelectionRules(texts(keys, INCLUDE), texts(keys, EXCLUDE)),
                new BindingRules(keys.find(FUNCTIONS).map(this::functions).orElse(List.of()),
                        keys.find(HANDLES).map(this::handles).orElse(List.of()),
                        keys.find(CHARSET).flatMap(node -> node.text(CHARSET, A_CHARSET)), texts(keys, TEXTS),
                        keys.find(CLOSABLE).flatMap(node -> node.flag(CLOSABLE)), Set.of()),
                texts(keys, MACROS));
    }

    private Optional<NamingStyle> style(YamlNode node) {
        List<String> words = Stream.of(NamingStyle.values()).map(NamingStyle::word).toList();
        return node.text(NAMING, "one of " + String.join(", ", words)).flatMap(given -> {
            Optional<NamingStyle> style = NamingStyle.of(given.text());
            if (style.isEmpty()) {
                yaml.unknown("there is no naming '%s'".formatted(given.text()), given.text(), words, node.place());
            }
            return style;
        });
    }

    private List<Rename> renames(YamlNode node) {
        List<Rename> renames = new ArrayList<>();
        for (YamlMapping.Entry entry : node.mapping(RENAME).entries()) {
            entry.value()
                    .text(RENAME + "." + entry.key().text(), "the name in Java")
                    .ifPresent(java -> renames.add(new Rename(entry.key(), java)));
        }
        return renames;
    }

    private List<FunctionRules> functions(YamlNode node) {
        List<FunctionRules> functions = new ArrayList<>();
        for (YamlMapping.Entry entry : node.mapping(FUNCTIONS).entries()) {
            String path = FUNCTIONS + "." + entry.key().text();
            YamlMapping keys = entry.value()
                    .mapping(path, List.of(VARIADIC, ERRNO, CHECK, PARAMETERS, NONBLOCKING, FREE, CHARSET, CRITICAL));
            functions.add(new FunctionRules(entry.key(), variadic(keys, path + "." + VARIADIC),
                    text(keys, path, ERRNO, "nonzero, zero, negative, null, or a method: com.acme.Checks.failed"),
                    text(keys, path, CHECK, "a method: com.acme.Checks.check"), parameters(keys, path),
                    flag(keys, path, NONBLOCKING), text(keys, path, FREE, "the C function that frees what it gives"),
                    text(keys, path, CHARSET, A_CHARSET), flag(keys, path, CRITICAL)));
        }
        return functions;
    }

    private List<VariadicInstance> variadic(YamlMapping keys, String path) {
        List<VariadicInstance> variadic = new ArrayList<>();
        keys.find(VARIADIC).ifPresent(instances -> {
            for (YamlMapping.Entry instance : instances.mapping(path).entries()) {
                Given name = instance.key();
                if (METHOD_NAME.matcher(name.text()).matches()) {
                    variadic.add(new VariadicInstance(name, instance.value().texts(path + "." + name.text())));
                } else {
                    yaml.error("%s: '%s' is no name of a method".formatted(path, name.text()),
                            name.place().orElseThrow(),
                            "a name has letters, digits, _ and $, and begins with none of the digits");
                }
            }
        });
        return variadic;
    }

    private static List<ParameterRule> parameters(YamlMapping keys, String function) {
        String path = function + "." + PARAMETERS;
        List<ParameterRule> parameters = new ArrayList<>();
        keys.find(PARAMETERS).ifPresent(rules -> {
            for (YamlMapping.Entry rule : rules.mapping(path).entries()) {
                rule.value()
                        .text(path + "." + rule.key().text(),
                                "what the parameter is for: " + ParameterRule.ROLES)
                        .ifPresent(role -> parameters.add(new ParameterRule(rule.key(), role)));
            }
        });
        return parameters;
    }

    private List<HandleRule> handles(YamlNode node) {
        List<HandleRule> handles = new ArrayList<>();
        for (YamlMapping.Entry entry : node.mapping(HANDLES).entries()) {
            String path = HANDLES + "." + entry.key().text();
            YamlMapping keys = entry.value().mapping(path, List.of(CLOSE));
            if (keys.find(CLOSE).isEmpty()) {
                yaml.error(path + " has no " + CLOSE, entry.value().place(), "say what ends it: {close: jar_close}");
            }
            text(keys, path, CLOSE, "the C function that frees it")
                    .ifPresent(close -> handles.add(new HandleRule(entry.key(), close)));
        }
        return handles;
    }

    private static Optional<Given> flag(YamlMapping keys, String path, String key) {
        return keys.find(key).flatMap(node -> node.flag(path + "." + key));
    }

    private static Optional<Given> text(YamlMapping keys, String path, String key, String expected) {
        return keys.find(key).flatMap(node -> node.text(path + "." + key, expected));
    }

    private static List<Given> texts(YamlMapping keys, String key) {
        return keys.find(key).map(node -> node.texts(key)).orElse(List.of());
    }
}
