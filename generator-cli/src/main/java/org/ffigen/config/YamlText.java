package org.ffigen.config;

import java.util.List;
import java.util.Optional;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.NearestName;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The text of a YAML file; says what is wrong with it, and where. */
final class YamlText {

    private final String text;
    private final List<String> lines;
    private final String file;
    private final Diagnostics diagnostics;

    YamlText(String text, String file, Diagnostics diagnostics) {
        this.text = text;
        this.lines = text.lines().toList();
        this.file = file;
        this.diagnostics = diagnostics;
    }

    /** Its one document; empty if it has none, or if it is not YAML, which is a diagnostic. */
    Optional<YamlNode> document() {
        try {
            return new Compose(LoadSettings.builder().setLabel(file).setSchema(new CoreSchema()).build())
                    .composeString(text)
                    .map(node -> new YamlNode(node, this));
        } catch (MarkedYamlEngineException e) {
            error("this is not YAML: " + e.getProblem(), place(e.getProblemMark().or(e::getContextMark)),
                    "texts with : # [ ] { } , & * ! | > or quotes in them stand in quotes");
        } catch (YamlEngineException e) {
            error("this is not YAML: " + e.getMessage(), place(Optional.empty()), "docs/config.md shows examples");
        }
        return Optional.empty();
    }

    Diagnostic.Place place(Optional<Mark> mark) {
        int line = mark.map(Mark::getLine).orElse(0);
        return new Diagnostic.Place(file, line + 1, mark.map(Mark::getColumn).orElse(0) + 1,
                line < lines.size() ? lines.get(line) : "");
    }

    void error(String message, Diagnostic.Place place, String hint) {
        diagnostics.add(new Diagnostic(DiagnosticCode.INVALID_CONFIG, Diagnostic.Severity.ERROR, message,
                Optional.of(place), Optional.of(hint)));
    }

    /** Something is none of the words it may be. */
    void unknown(String message, String word, List<String> known, Diagnostic.Place place) {
        error(message, place, NearestName.to(word, known)
                .map("did you mean %s?"::formatted)
                .orElse("there is " + String.join(", ", known)));
    }
}
