package org.ffigen.config;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ffigen.diagnostic.Diagnostic;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** A value in a YAML text, asked for by what it should be; what is something else becomes a diagnostic. */
record YamlNode(Node node, YamlText yaml) {

    /** Where it begins. */
    Diagnostic.Place place() {
        return yaml.place(node.getStartMark());
    }

    /** A mapping with any keys. */
    YamlMapping mapping(String path) {
        List<YamlMapping.Entry> entries = new ArrayList<>();
        Set<String> met = new HashSet<>();
        if (!(node instanceof MappingNode mapping)) {
            wrong(path, "a mapping, key: value");
            return new YamlMapping(List.of());
        }
        for (NodeTuple tuple : mapping.getValue()) {
            YamlNode key = new YamlNode(tuple.getKeyNode(), yaml);
            key.text(path, "a mapping with texts as keys").ifPresent(given -> {
                if (met.add(given.text())) {
                    entries.add(new YamlMapping.Entry(given, new YamlNode(tuple.getValueNode(), yaml)));
                } else {
                    yaml.error("the key '%s' stands here twice".formatted(given.text()), key.place(),
                            "join the two, or take one out");
                }
            });
        }
        return new YamlMapping(entries);
    }

    /** A mapping with no other keys than these. */
    YamlMapping mapping(String path, List<String> known) {
        List<YamlMapping.Entry> entries = new ArrayList<>(mapping(path).entries());
        entries.removeIf(entry -> {
            boolean unknown = !known.contains(entry.key().text());
            if (unknown) {
                yaml.unknown("%s has no key '%s'".formatted(path, entry.key().text()), entry.key().text(), known,
                        entry.key().place().orElseThrow());
            }
            return unknown;
        });
        return new YamlMapping(entries);
    }

    /** A list of texts. */
    List<Given> texts(String path) {
        if (!(node instanceof SequenceNode sequence)) {
            wrong(path, "a list of texts, [a, b]");
            return List.of();
        }
        List<Given> texts = new ArrayList<>();
        for (Node element : sequence.getValue()) {
            new YamlNode(element, yaml).text(path, "a list of texts").ifPresent(texts::add);
        }
        return texts;
    }

    /** A text that is not empty. */
    Optional<Given> text(String path, String expected) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR) && !scalar.getValue().isBlank()) {
            return Optional.of(new Given(scalar.getValue(), path, Optional.of(place())));
        }
        wrong(path, expected);
        return Optional.empty();
    }

    /** A truth value; where it stands if it is true. */
    Optional<Given> flag(String path) {
        if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
            return Boolean.parseBoolean(scalar.getValue())
                    ? Optional.of(new Given(scalar.getValue(), path, Optional.of(place())))
                    : Optional.empty();
        }
        yaml.error("%s is true or false, not %s".formatted(path, kind()), place(),
                "docs/config.md shows each key with an example");
        return Optional.empty();
    }

    private void wrong(String path, String expected) {
        yaml.error("%s is %s, not %s".formatted(path, expected, kind()), place(), hint());
    }

    private String kind() {
        return switch (node) {
            case MappingNode _ -> "a mapping";
            case SequenceNode _ -> "a list";
            case ScalarNode scalar when scalar.getTag().equals(Tag.NULL) || scalar.getValue().isBlank() -> "empty";
            case ScalarNode scalar when scalar.getTag().equals(Tag.STR) -> "the text '" + scalar.getValue() + "'";
            case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) -> "the truth value " + scalar.getValue();
            case ScalarNode scalar -> "the number " + scalar.getValue();
            default -> "something else";
        };
    }

    private String hint() {
        boolean plainWord = node instanceof ScalarNode scalar && scalar.isPlain() && !scalar.getValue().isBlank()
                && !scalar.getTag().equals(Tag.STR);
        return plainWord
                ? "a text that looks like something else stands in quotes: \"" + ((ScalarNode) node).getValue() + "\""
                : "docs/config.md shows each key with an example";
    }
}
