package org.ffigen.maven.fork;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.ffigen.maven.jdk.Jdk;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class GeneratorProcessTest {

    @TempDir
    Path folder;

    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();

    @Test
    void argumentsOfAnyShapeArrive() throws Exception {
        List<String> arguments = List.of("plain", "with space", "quo\"te", "it's", "back\\slash\\", "#hash", "@at", "",
                "tab\tand\nnewline", "C:\\Users\\x", "--", "$HOME %PATH% *");

        run(Stream.concat(Stream.of("echo"), arguments.stream()).toArray(String[]::new));

        assertThat(out.stream().map(HexFormat.of()::parseHex).map(b -> new String(b, StandardCharsets.UTF_8)))
                .containsExactlyElementsOf(arguments);
    }

    @Test
    void moreArgumentsThanACommandLineHoldsArrive() throws Exception {
        String[] arguments = new String[50_001];
        arguments[0] = "echo";
        for (int i = 1; i < arguments.length; i++) {
            arguments[i] = "-DMACRO_WITH_A_RATHER_LONG_NAME_TO_FILL_THE_LINE_" + i + "=VALUE";
        }

        run(arguments);

        assertThat(out).hasSize(50_000);
    }

    @Test
    void aFloodOnBothOutputsIsReadToItsEnd() throws Exception {
        GeneratorResult result = run("flood", "20000");

        assertThat(result.isSuccess()).isTrue();
        assertThat(out).hasSize(20_000);
        assertThat(err).hasSize(20_000);
    }

    @Test
    void itsInputIsEmpty() throws Exception {
        run("stdin");

        assertThat(out).containsExactly("-1");
    }

    @Test
    void itRunsInTheProject() throws Exception {
        run("where");

        assertThat(out).containsExactly(folder.toRealPath().toString());
    }

    @Test
    void whatItPrintsIsReadInItsEncoding() throws Exception {
        run("speak");

        assertThat(out).containsExactly("Gr\u00fc\u00dfe \u03bb");
    }

    @Test
    void itGetsItsEnvironment() throws Exception {
        run("environment", "FFIGEN_TEST");

        assertThat(out).containsExactly("a value");
    }

    @Test
    void itsExitStatusIsToldWithItsDiagnostics() throws Exception {
        GeneratorResult result = run("exit", "3");

        assertThat(result.status()).isEqualTo(3);
        assertThat(result.isCrash()).isFalse();
        assertThat(err).containsExactly("a.h:1:2: error[FFI0003]: expected ';'");
    }

    @Test
    void aSegmentationFaultLeavesAReport() throws Exception {
        GeneratorResult result = run("raise", "11");

        assertThat(result.isCrash()).isTrue();
        CrashReport report = result.crash().orElseThrow();
        assertThat(report.file()).exists().hasParent(folder.resolve("work"));
        assertThat(report.signal()).hasValue("SIGSEGV (0xb)");
        assertThat(report.frame().orElseThrow()).startsWith("C ");
        assertThat(err).contains("about to go");
    }

    @Test
    void anAbortIsACrashWithoutReport() throws Exception {
        GeneratorResult result = run("raise", "6");

        assertThat(result.isCrash()).isTrue();
        assertThat(result.signal()).hasValue(6);
    }

    @Test
    void aKillIsToldByItsSignal() throws Exception {
        assertThat(run("raise", "9").signal()).hasValue(9);
    }

    @Test
    void aBuildThatIsStoppedStopsTheGenerator() throws Exception {
        CountDownLatch asleep = new CountDownLatch(1);
        Thread build = Thread.currentThread();
        Thread stopper = Thread.ofPlatform().start(() -> {
            await(asleep);
            build.interrupt();
        });

        assertThatThrownBy(() -> process().run("test", List.of("sleep"), folder, line -> asleep.countDown(), err::add))
                .isInstanceOf(InterruptedException.class);

        stopper.join();
        ProcessHandle.current().children().forEach(child -> child.onExit().join());
    }

    @Test
    void aJdkThatCannotBeStartedIsTold() throws IOException {
        Path java = Files.createDirectories(folder.resolve("jdk/bin")).resolve("java");
        Files.writeString(java, "#!/no/such/interpreter\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        GeneratorProcess process = new GeneratorProcess(new Jdk(folder.resolve("jdk"), 25), List.of(), "Main", Map.of(),
                folder);

        assertThatThrownBy(() -> process.run("x", List.of(), folder, out::add, err::add))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(java.toString());
    }

    private GeneratorResult run(String... arguments) throws IOException, InterruptedException {
        return process().run("test", List.of(arguments), folder, out::add, err::add);
    }

    private GeneratorProcess process() {
        Jdk jdk = Jdk.in(Path.of(System.getProperty("java.home"))).orElseThrow();
        Path classes = Path.of("target", "test-classes").toAbsolutePath();
        return new GeneratorProcess(jdk, List.of(classes), FakeGenerator.class.getName(),
                Map.of("FFIGEN_TEST", "a value"), folder.resolve("work"));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
