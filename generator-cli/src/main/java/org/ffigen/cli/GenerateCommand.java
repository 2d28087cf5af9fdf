package org.ffigen.cli;

import java.nio.file.InvalidPathException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ffigen.GenerationContext;
import org.ffigen.GenerationRequest;
import org.ffigen.GenerationResult;
import org.ffigen.Generator;
import org.ffigen.GeneratorVersion;
import org.ffigen.ListedDeclaration;
import org.ffigen.diagnostic.Diagnostic;
import org.ffigen.diagnostic.DiagnosticCode;
import org.ffigen.diagnostic.Diagnostics;
import org.ffigen.diagnostic.GenerationException;

/** Runs a command line and reports. In a JSON run, standard output holds one object and nothing else. */
final class GenerateCommand {

    private final PrintStream out;
    private final PrintStream err;
    private final Path workingDirectory;
    private final Map<String, String> environment;
    private final long start = System.nanoTime();

    GenerateCommand(PrintStream out, PrintStream err, Path workingDirectory, Map<String, String> environment) {
        this.out = out;
        this.err = err;
        this.workingDirectory = workingDirectory;
        this.environment = environment;
    }

    ExitCode run(List<String> arguments) {
        ExitCode exit = answer(arguments);
        // A stream for printing keeps its errors to itself until it is asked.
        return out.checkError() ? withoutAnswer(exit) : exit;
    }

    /** How a run ends whose answer nobody got. */
    private ExitCode withoutAnswer(ExitCode exit) {
        Diagnostic diagnostic = Diagnostic.error(DiagnosticCode.OUTPUT_NOT_WRITABLE,
                "cannot write to standard output: what it was to have is not all there",
                "it may be closed, or on a full disk");
        print(List.of(diagnostic));
        return exit == ExitCode.OK ? ExitCode.of(List.of(diagnostic)) : exit;
    }

    private ExitCode answer(List<String> arguments) {
        OutputFormat format = OutputFormat.of(arguments);
        boolean verbose = arguments.contains(Options.VERBOSE);
        try {
            UndecodedArguments.refuse(arguments, System.getProperty("sun.jnu.encoding"));
            CommandLineParser parser = new CommandLineParser(arguments);
            if (parser.isHelpRequested()) {
                out.print(Help.text());
                return ExitCode.OK;
            }
            if (parser.isVersionRequested()) {
                out.println("ffigen " + GeneratorVersion.current());
                return ExitCode.OK;
            }
            Invocation invocation = parser.invocation();
            format = invocation.format();
            checkTemplates(invocation.request());
            return invocation.list() ? list(invocation) : generate(invocation);
        } catch (GenerationException e) {
            return fail(format, e.diagnostics());
        } catch (InvalidPathException e) {
            // A header may ask for what an option would not: no stage can tell all paths beforehand.
            return fail(format, List.of(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                    "no path here: " + e.getMessage(),
                    "with LC_ALL=C no path has letters beyond ASCII: set LC_ALL=C.UTF-8")));
        } catch (RuntimeException | Error e) {
            if (verbose) {
                e.printStackTrace(err);
            }
            return fail(format, List.of(UnexpectedFailure.diagnostic(e)));
        }
    }

    private void checkTemplates(GenerationRequest request) {
        request.templates().ifPresent(folder -> {
            if (!Files.isDirectory(workingDirectory.resolve(folder))) {
                throw new GenerationException(Diagnostic.error(DiagnosticCode.INVALID_OPTION,
                        "%s: there is no folder %s".formatted(Options.TEMPLATES, folder),
                        "it holds templates that replace built-in ones; docs/templates.md tells which there are"));
            }
            TemplateFolder.unread(workingDirectory.resolve(folder)).stream().findFirst().ifPresent(name -> {
                throw new GenerationException(Diagnostic.error(DiagnosticCode.TEMPLATE,
                        "%s replaces no template of ffigen's, and no other in its folder imports it".formatted(
                                folder.resolve(name)),
                        "docs/templates.md tells which there are: LibraryClass.ftl, RecordClass.ftl, ..."));
            });
        });
    }

    private Generator generator(Invocation invocation) {
        return new Generator(new GenerationContext(workingDirectory, environment,
                line -> err.println("ffigen: " + line), invocation.arguments()));
    }

    private ExitCode list(Invocation invocation) {
        Diagnostics diagnostics = new Diagnostics();
        List<ListedDeclaration> list = generator(invocation).list(invocation.request(), diagnostics);
        if (invocation.format() == OutputFormat.JSON) {
            out.print(JsonReport.of(list, diagnostics.all(), seconds()));
        } else {
            print(diagnostics.all());
            out.print(ListText.of(list));
        }
        return ExitCode.OK;
    }

    private ExitCode generate(Invocation invocation) {
        Generator generator = generator(invocation);
        if (invocation.ifChanged() && generator.isUpToDate(invocation.request())) {
            out.print(invocation.format() == OutputFormat.JSON
                    ? JsonReport.upToDate(seconds())
                    : "ffigen: up to date; " + Summary.duration(seconds()) + "\n");
            return ExitCode.OK;
        }
        Diagnostics diagnostics = new Diagnostics();
        GenerationResult result = generator.run(invocation.request(), diagnostics);
        if (invocation.request().check() && !result.changes().differences().isEmpty()) {
            return reportDifferences(invocation, result, diagnostics.all());
        }
        if (invocation.format() == OutputFormat.JSON) {
            out.print(JsonReport.of(ExitCode.OK, result, diagnostics.all(), seconds()));
        } else {
            print(diagnostics.all());
            VerboseReport.lines(invocation, result).forEach(err::println);
            out.println(Summary.of(invocation.request(), result, seconds()));
        }
        return ExitCode.OK;
    }

    private ExitCode reportDifferences(Invocation invocation, GenerationResult result, List<Diagnostic> diagnostics) {
        if (invocation.format() == OutputFormat.JSON) {
            out.print(JsonReport.of(ExitCode.OUT_OF_DATE, result, diagnostics, seconds()));
        } else {
            print(diagnostics);
            Differences differences = new Differences(result.changes(), workingDirectory);
            out.print(differences.diff());
            print(List.of(differences.diagnostic()));
        }
        return ExitCode.OUT_OF_DATE;
    }

    private ExitCode fail(OutputFormat format, List<Diagnostic> diagnostics) {
        ExitCode exit = ExitCode.of(diagnostics);
        if (format == OutputFormat.JSON) {
            out.print(JsonReport.of(exit, diagnostics, seconds()));
        } else {
            print(diagnostics);
        }
        return exit;
    }

    private void print(List<Diagnostic> diagnostics) {
        diagnostics.forEach(diagnostic -> err.print(DiagnosticText.of(diagnostic)));
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
