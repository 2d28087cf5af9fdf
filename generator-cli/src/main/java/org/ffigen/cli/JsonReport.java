package org.ffigen.cli;

import com.google.gson.stream.JsonWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ffigen.GenerationResult;
import org.ffigen.ListedDeclaration;
import org.ffigen.bind.GivenName;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.model.DeclId;
import org.ffigen.model.Skipped;
import org.ffigen.select.Selected;
import org.ffigen.write.FileChange;

/** The JSON object of {@code --format json}; {@code docs/cli.md} describes it. */
final class JsonReport {

    private final StringWriter text = new StringWriter();
    private final JsonWriter json = new JsonWriter(text);

    private JsonReport() {
        json.setIndent("  ");
    }

    /** A run that came to an end, well or, as {@code --check} may, with differences. */
    static String of(ExitCode exit, GenerationResult result, List<Diagnostic> diagnostics, double seconds) {
        return new JsonReport().report(exit, diagnostics, seconds, report -> report.result(result));
    }

    /** A run that was given up. */
    static String of(ExitCode exit, List<Diagnostic> diagnostics, double seconds) {
        return new JsonReport().report(exit, diagnostics, seconds, report -> {
        });
    }

    /** A run that found nothing to do. */
    static String upToDate(double seconds) {
        return new JsonReport().report(ExitCode.OK, List.of(), seconds,
                report -> report.json.name("upToDate").value(true));
    }

    /** A list of what there is. */
    static String of(List<ListedDeclaration> list, List<Diagnostic> diagnostics, double seconds) {
        return new JsonReport().report(ExitCode.OK, diagnostics, seconds, report -> report.list(list));
    }

    private interface Part {
        void write(JsonReport report) throws IOException;
    }

    private String report(ExitCode exit, List<Diagnostic> diagnostics, double seconds, Part part) {
        try {
            json.beginObject();
            json.name("status").value(exit.name().toLowerCase(Locale.ROOT).replace('_', '-'));
            json.name("exitCode").value(exit.status());
            part.write(this);
            json.name("diagnostics").beginArray();
            for (Diagnostic diagnostic : diagnostics) {
                diagnostic(diagnostic);
            }
            json.endArray();
            json.name("seconds").value(Math.round(seconds * 1000) / 1000.0);
            json.endObject();
            return text + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException("a StringWriter does not fail", e);
        }
    }

    private void result(GenerationResult result) throws IOException {
        Counts counts = Counts.of(result.api(), result.withoutJava());
        json.name("bound").beginObject();
        for (Map.Entry<String, Integer> count : counts.bound().entrySet()) {
            json.name(count.getKey().equals("opaque types") ? "opaqueTypes" : count.getKey()).value(count.getValue());
        }
        json.endObject();
        json.name("skipped").beginArray();
        for (Skipped skipped : result.api().skipped()) {
            json.beginObject();
            json.name("code").value(skipped.code().code()).name("kind").value(skipped.kind());
            json.name("name").value(skipped.name()).name("reason").value(skipped.reason());
            json.name("place").value(skipped.source().toString());
            json.endObject();
        }
        json.endArray();
        json.name("unused").beginArray();
        for (DeclId unused : result.unused().stream().sorted().toList()) {
            json.value(unused.toString());
        }
        json.endArray();
        json.name("leftOut").beginArray();
        for (Map.Entry<DeclId, Selected.How> left : result.selected().leftOut().entrySet()) {
            json.beginObject().name("kind").value(left.getKey().kind().word()).name("name").value(left.getKey().name());
            json.name("how").value(word(left.getValue())).endObject();
        }
        json.endArray();
        json.name("givenNames").beginArray();
        for (GivenName name : result.givenNames()) {
            json.beginObject().name("c").value(name.c()).name("java").value(name.java());
            json.name("reason").value(name.reason()).endObject();
        }
        json.endArray();
        json.name("manifest").value(result.manifest().map(Path::toString).orElse(null));
        json.name("files").beginArray();
        for (FileChange change : result.changes().changes()) {
            json.beginObject().name("path").value(change.path().toString());
            json.name("change").value(change.kind().name().toLowerCase(Locale.ROOT)).endObject();
        }
        json.endArray();
    }

    private void list(List<ListedDeclaration> list) throws IOException {
        json.name("declarations").beginArray();
        for (ListedDeclaration listed : list) {
            json.beginObject().name("kind").value(listed.kind()).name("name").value(listed.name());
            json.name("place").value(listed.source().toString());
            json.name("status").value(listed.status().word());
            optional("code", listed.code());
            optional("java", listed.java());
            optional("reason", listed.reason());
            json.endObject();
        }
        json.endArray();
    }

    private void optional(String name, Optional<String> value) throws IOException {
        if (value.isPresent()) {
            json.name(name).value(value.get());
        }
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private void diagnostic(Diagnostic diagnostic) throws IOException {
        json.beginObject();
        json.name("code").value(diagnostic.code().id());
        json.name("severity").value(diagnostic.severity().name().toLowerCase(Locale.ROOT));
        json.name("message").value(diagnostic.message());
        if (diagnostic.place().isPresent()) {
            Diagnostic.Place place = diagnostic.place().get();
            json.name("file").value(place.file()).name("line").value(place.line());
            json.name("column").value(place.column()).name("text").value(place.text());
        }
        if (diagnostic.hint().isPresent()) {
            json.name("hint").value(diagnostic.hint().get());
        }
        json.endObject();
    }
}
