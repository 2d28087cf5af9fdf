package org.ffigen;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FileReader;
import java.io.FileWriter;
import java.io.RandomAccessFile;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The architecture: which package may know which. */
class DependencyRulesTest {

    private static JavaClasses ours;

    @BeforeAll
    static void readClasses() {
        ours = new ClassFileImporter().withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.ffigen");
    }

    @ParameterizedTest(name = "{0} knows only: {1}")
    @CsvSource(delimiter = '|', nullValues = "nothing", value = {
            "model      | nothing",
            "diagnostic | nothing",
            "config     | diagnostic",
            "libclang   | nothing",
            "runtime    | nothing",
            "java       | nothing",
            "clang      | runtime",
            "lower      | model",
            "select     | model diagnostic config",
            "manifest   | model diagnostic lower",
            "digest     | nothing",
            "parse      | model diagnostic config clang libclang digest",
            "spell      | model",
            "shim       | model lower spell",
            "bind       | model lower spell java runtime diagnostic config",
            "write      | diagnostic digest",
    })
    void a_package_knows_only_what_it_needs(String name, String known) {
        String[] allowed = Stream
                .concat(Stream.of(name), known == null ? Stream.empty() : Arrays.stream(known.split(" ")))
                .map(DependencyRulesTest::packageOf)
                .toArray(String[]::new);
        check(classes().that()
                .resideInAPackage(packageOf(name))
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(allowed)
                        .or(resideOutsideOfPackages("org.ffigen", "org.ffigen.."))));
    }

    @Test
    void only_parse_joins_clang_and_the_model() {
        check(classes().that(use("org.ffigen.clang.."))
                .and(use("org.ffigen.model.."))
                .should()
                .resideInAPackage("org.ffigen.parse.."));
    }

    @Test
    void only_bind_joins_the_model_and_the_templates() {
        // The pipeline itself hands values from one stage to the next, and looks into none.
        check(classes().that(use("org.ffigen.java.."))
                .and(use("org.ffigen.model.."))
                .and()
                .doNotHaveFullyQualifiedName("org.ffigen.Generator")
                .should()
                .resideInAPackage("org.ffigen.bind.."));
    }

    @Test
    void only_libclang_manifest_config_write_and_cli_touch_files() {
        check(noClasses().that()
                .resideInAPackage("org.ffigen..")
                .and()
                .resideOutsideOfPackages("org.ffigen.libclang..", "org.ffigen.manifest..",
                        "org.ffigen.config..", "org.ffigen.write..", "org.ffigen.cli..", "org.ffigen.runtime..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Files.class, FileChannel.class, FileInputStream.class,
                        FileOutputStream.class, FileReader.class, FileWriter.class, RandomAccessFile.class));
    }

    @Test
    void only_the_command_knows_picocli_and_the_process() {
        check(noClasses().that()
                .resideOutsideOfPackage("org.ffigen.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..", "org.ffigen.cli.."));
    }

    @Test
    void the_rules_see_every_package() {
        assertThat(ours.stream().map(JavaClass::getPackageName).distinct()).contains("org.ffigen",
                "org.ffigen.model", "org.ffigen.clang", "org.ffigen.parse", "org.ffigen.bind", "org.ffigen.java",
                "org.ffigen.write", "org.ffigen.cli", "org.ffigen.runtime");
    }

    private static String packageOf(String name) {
        return "org.ffigen." + name + "..";
    }

    private static DescribedPredicate<JavaClass> use(String packageName) {
        return describe("use " + packageName, type -> type.getDirectDependenciesFromSelf()
                .stream()
                .anyMatch(dependency -> resideInAPackage(packageName).test(dependency.getTargetClass()))
                && !resideInAPackage(packageName).test(type));
    }

    private static void check(ArchRule rule) {
        rule.check(ours);
    }
}
