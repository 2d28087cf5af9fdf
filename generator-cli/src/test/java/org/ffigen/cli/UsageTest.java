package org.ffigen.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine.Model.OptionSpec;

class UsageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            " --out gen | error[FFI0013]: what to bind is missing"
                    + " | give a header, such as --header zlib.h, or a manifest: --manifest-in zlib.ffigen.json",
            " --header a.h --manifest-in a.json --out gen"
                    + " | error[FFI0013]: --header and --manifest-in exclude each other"
                    + " | give a header, such as --header zlib.h, or a manifest: --manifest-in zlib.ffigen.json",
            " --header a.h | error[FFI0013]: where the output goes is missing"
                    + " | give the root folder of your Java sources, such as --out src/main/java, or --manifest FILE"
                    + " for the manifest alone",
            " --header a.h --out gen --package org.Foo-Bar"
                    + " | error[FFI0005]: 'org.Foo-Bar' is not the name of a Java package"
                    + " | for example: --package org.foo_bar",
            " --header a.h --out gen --package org.new.api"
                    + " | error[FFI0005]: 'org.new.api' is not the name of a Java package: 'new' is a reserved word"
                    + " | for example: --package org.new_.api",
            " --header a.h --out gen --package org..api"
                    + " | error[FFI0005]: 'org..api' is not the name of a Java package"
                    + " | for example: --package org.api",
            " --header a.h --out gen --class record"
                    + " | error[FFI0006]: 'record' is not the simple name of a Java class"
                    + " | for example: --class RecordLibrary",
            " --header a.h --out gen --class org.Foo"
                    + " | error[FFI0006]: 'org.Foo' is not the simple name of a Java class; the package goes into"
                    + " --package"
                    + " | for example: --class FooLibrary",
            " --headr a.h | error[FFI0013]: there is no option --headr | did you mean --header or --help?",
            " --header a.h --out gen -std=c11 | error[FFI0013]: there is no option -std=c11"
                    + " | arguments for clang go to the end, after --: ffigen ... -- -std=c11",
            " a.h --out gen --header b.h | error[FFI0013]: 'a.h' belongs to no option"
                    + " | headers are given as --header a.h",
            " --header a.h --out | error[FFI0013]: --out needs a value"
                    + " | ffigen --help shows all options, with examples",
            " --header a.h --out x --out y | error[FFI0013]: --out is given more than once | keep one of them",
            " --header a.h --out x --format xml | error[FFI0013]: 'xml' is not a format"
                    + " | --format text or --format json",
            " --header a.h --out x --templates none | error[FFI0013]: --templates: there is no folder none"
                    + " | it holds templates that replace built-in ones; docs/templates.md tells which there are",
            " --header a.h --out x --check --if-changed | error[FFI0013]: --check and --if-changed exclude each other"
                    + " | --check always compares everything",
    })
    void says_what_is_wrong_and_what_to_do(String arguments, String message, String hint) {
        CommandRun run = CommandRun.in(folder, arguments.strip().split(" "));

        assertThat(run.err()).isEqualTo("ffigen: " + message + "\nhint: " + hint + "\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void the_help_teaches_every_option_status_and_variable() {
        CommandRun run = CommandRun.in(folder, "--help");

        assertThat(run.exit()).isEqualTo(ExitCode.OK);
        for (OptionSpec option : Options.spec(new ArrayList<>()).options()) {
            assertThat(run.out()).containsPattern("(?m)^ .*" + option.longestName() + "\\b");
        }
        for (ExitCode code : ExitCode.values()) {
            assertThat(run.out()).containsPattern("(?m)^ +" + code.status() + " +" + code.meaning());
        }
        assertThat(run.out()).contains("Examples:", "FFIGEN_LIBCLANG", "FFIGEN_CACHE");
        assertThat(run.out().lines()).allMatch(line -> line.length() <= 110);
    }
}
