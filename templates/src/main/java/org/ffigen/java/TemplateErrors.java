package org.ffigen.java;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

import freemarker.core.ParseException;
import freemarker.template.TemplateException;

/** Finds the place in a template that FreeMarker's errors are about. */
final class TemplateErrors {

    /** FreeMarker blames a macro for a missing argument; the mistake is in the call, the next line of its stack. */
    private static final Pattern CALL = Pattern.compile("\\A\\s*- Failed at: #(?:macro|function) .*\\R"
            + "\\s*- Reached through: .*\\[in template \"(.+?)\".* at line (\\d+), column (\\d+)\\]");

    private TemplateErrors() {
    }

    /**
     * The error with its place.
     *
     * @param template the file that was being rendered; the place may be in one that it imports
     */
    static RuntimeException of(String template, Exception error) {
        Optional<ParseException> syntax = syntaxError(error);
        if (syntax.isPresent()) {
            ParseException e = syntax.get();
            return new RenderException(Objects.requireNonNullElse(e.getTemplateName(), template), e.getLineNumber(),
                    e.getColumnNumber(), e.getEditorMessage(), e);
        }
        return switch (error) {
            case TemplateException e -> atCall(e).orElseGet(
                    () -> new RenderException(Objects.requireNonNullElse(e.getTemplateSourceName(), template),
                            orZero(e.getLineNumber()), orZero(e.getColumnNumber()), e.getMessageWithoutStackTop(), e));
            case IOException e -> new UncheckedIOException(e);
            default -> throw new IllegalArgumentException(error);
        };
    }

    /** It lies deeper if the file is imported, or was read before. */
    private static Optional<ParseException> syntaxError(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof ParseException e) {
                return Optional.of(e);
            }
        }
        return Optional.empty();
    }

    private static Optional<RenderException> atCall(TemplateException e) {
        String stack = Objects.requireNonNullElse(e.getFTLInstructionStack(), "");
        return CALL.matcher(stack)
                .results()
                .findFirst()
                .map(call -> new RenderException(call.group(1), Integer.parseInt(call.group(2)),
                        Integer.parseInt(call.group(3)), e.getMessageWithoutStackTop(), e));
    }

    private static int orZero(Integer number) {
        return number == null ? 0 : number;
    }
}
