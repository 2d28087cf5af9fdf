package org.ffigen.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Applications in virtual machines of their own that deny native access to all but those it was enabled for. */
class NativeAccessTest {
    private static final String[] RESULTS = {"add 42", "midpoint Point[x=2.0, y=3.0]", "length 5", "count 7",
            "visit 60", "dynamic 42, bound 8", "caught from a callback", "missing MissingSymbolError"};

    @TempDir
    Path folder;

    @Test
    void a_module_with_native_access_needs_none_for_the_runtime() throws IOException {
        Child child = runModule("--enable-native-access=app", "--illegal-native-access=deny");

        assertThat(child.output()).contains(RESULTS)
                .contains("runtime named true, native access false")
                .doesNotContain("WARNING");
        assertThat(child.exitCode()).isZero();
    }

    @Test
    void a_module_runs_without_the_annotations() throws IOException {
        SampleApplication.compileModule(folder);
        Child child = run(new String[]{"--enable-native-access=app", "--illegal-native-access=deny"}, "--module-path",
                folder + File.pathSeparator + SampleApplication.RUNTIME, "--module", "app/sample.Main");

        assertThat(child.output()).contains(RESULTS).contains("runtime named true").doesNotContain("WARNING");
        assertThat(child.exitCode()).isZero();
    }

    @Test
    void a_module_without_native_access_is_told_how_to_get_it() throws IOException {
        Child child = runModule("--illegal-native-access=deny");

        assertThat(child.output()).contains("java.lang.IllegalCallerException",
                "sample.PointLibrary needs native access: run java with --enable-native-access=app")
                .doesNotContain("NoClassDefFoundError");
        assertThat(child.exitCode()).isOne();
    }

    @Test
    void an_application_on_the_class_path_runs_with_native_access_for_all_unnamed() throws IOException {
        Child child = runOnClassPath("--enable-native-access=ALL-UNNAMED", "--illegal-native-access=deny");

        assertThat(child.output()).contains(RESULTS).contains("runtime named false").doesNotContain("WARNING");
        assertThat(child.exitCode()).isZero();
    }

    @Test
    void an_application_on_the_class_path_without_native_access_is_told_how_to_get_it() throws IOException {
        Child child = runOnClassPath("--illegal-native-access=deny");

        assertThat(child.output()).contains("run java with --enable-native-access=ALL-UNNAMED");
        assertThat(child.exitCode()).isOne();
    }

    private Child runModule(String... options) throws IOException {
        SampleApplication.compileModule(folder);
        return run(options, "--module-path", folder + File.pathSeparator + SampleApplication.libraries(), "--module",
                "app/sample.Main");
    }

    private Child runOnClassPath(String... options) throws IOException {
        SampleApplication.compileForClassPath(folder);
        return run(options, "--class-path", folder + File.pathSeparator + SampleApplication.libraries(),
                "sample.Main");
    }

    private static Child run(String[] options, String... application) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("-Dffigen.library.path=" + CLibrary.point().getParent());
        arguments.addAll(List.of(application));
        return Child.java(arguments);
    }
}
