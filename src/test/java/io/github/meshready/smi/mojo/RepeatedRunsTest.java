package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.github.meshready.smi.mojo.TestProject.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run is left out if and only if it would repeat the last one. */
class RepeatedRunsTest {

    @TempDir
    private Path temporary;

    private Path jar;
    private TestProject project;

    @BeforeEach
    void makeProject() throws IOException {
        jar = Files.writeString(temporary.resolve("plugin.jar"), "jar");
        project = SampleProject.in(Files.createDirectories(temporary.resolve("web")), jar);
        generates(false);
        verifies(false);
        generates(true);
        verifies(true);
    }

    /** @param repeated whether it has nothing to do */
    private Outcome generates(boolean repeated) {
        Outcome outcome = project.generate(false);
        assertThat(outcome.isRepetition()).as("%s", outcome).isEqualTo(repeated);
        return outcome;
    }

    private Outcome verifies(boolean repeated) {
        Outcome outcome = project.verify(false);
        assertThat(outcome.isRepetition()).as("%s", outcome).isEqualTo(repeated);
        return outcome;
    }

    private Path file(String name) {
        return project.folder().resolve(name);
    }

    private void append(String name) {
        try {
            Files.createDirectories(file(name).getParent());
            Files.writeString(file(name), " ", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<String> inputs() {
        return SampleProject.INPUTS.stream();
    }

    static Stream<String> missed() {
        return SampleProject.MISSED.stream();
    }

    /** What only smi:generate wrote changes nothing for it, but everything for smi:verify. */
    @ParameterizedTest
    @MethodSource("inputs")
    void aFileThatWasReadChanges(String name) {
        append(name);
        generates(false);
        verifies(false);
    }

    @ParameterizedTest
    @MethodSource("inputs")
    void aFileThatWasReadIsGone(String name) throws IOException {
        Files.delete(file(name));
        generates(false);
        verifies(false);
    }

    @ParameterizedTest
    @MethodSource("missed")
    void aFileAppears(String name) {
        append(name);
        assertThat(List.of(project.generate(false), project.verify(false)))
                .anyMatch(outcome -> !outcome.isRepetition());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/smi/90-policies.yaml",
                "target/smi/50-app/app.yaml",
                "target/smi.yml",
                "target/smi-reports/rollout.md",
                "target/smi-reports/mesh.json",
                "target/smi-last-run/generate.default-cli"
            })
    void anOutputOfGenerateOrWhatItRemembersIsNoLongerWhatItWas(String name) throws IOException {
        append(name);
        generates(false);
        project.verify(false);
        generates(true);
        Files.delete(file(name));
        generates(false);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "target/smi-reports/smi.sarif",
                "target/smi-reports/TEST-smi.xml",
                "target/smi-reports/mesh.json",
                "target/smi/90-policies.yaml",
                "target/smi-last-run/verify.default-cli"
            })
    void anInputOrOutputOfVerifyOrWhatItRemembersIsNoLongerWhatItWas(String name) throws IOException {
        append(name);
        verifies(false);
        project.generate(false);
        project.verify(false);
        verifies(true);
        Files.delete(file(name));
        verifies(false);
    }

    @ParameterizedTest
    @ValueSource(strings = {"README.md", "src/main/java/shop/A.java", "target/maven-status/x", "other/README.md"})
    void aFileChangesThatNobodyLooksAt(String name) {
        append(name);
        generates(true);
        verifies(true);
    }

    /** Reports for CI name files relative to the repository. */
    @Test
    void aRepositoryAppearsAroundTheProject() throws IOException {
        append(".git/HEAD");
        verifies(true);
        append("../.git/HEAD");
        verifies(true);
        Files.delete(file(".git/HEAD"));
        Files.delete(file(".git"));
        verifies(false);
    }

    @Test
    void timesOfFilesDoNotCount() throws IOException {
        try (Stream<Path> files = Files.walk(project.folder())) {
            for (Path each : files.toList()) {
                Files.setLastModifiedTime(each, FileTime.fromMillis(1));
            }
        }
        generates(true);
        verifies(true);
    }

    @Test
    void otherParametersOtherJarsAndOtherJavaAreOtherRuns() throws IOException {
        project.with("failOn", "warning");
        generates(true);
        verifies(false);
        project.with("namespace", "shop");
        generates(false);
        project.userProperties.setProperty("smi.failOn", "warning");
        generates(false); // its last line names the command to type next
        project.userProperties.setProperty("smi.force", "true");
        generates(true);
        project.systemProperties.setProperty("java.specification.version", "21");
        generates(false);
        Files.writeString(jar, "JAR");
        generates(false);
        project.executionId = "Other execution!";
        generates(false);
        generates(true);
        project.executionId = "default-cli";
        generates(true);
        Files.delete(jar);
        Files.createDirectory(jar);
        generates(false);
        generates(false);
    }

    /** The suppression in the manifest ends on 2026-08-01. */
    @Test
    void theDayCountsWhereSomethingEnds() {
        project.day = LocalDate.of(2026, 8, 1);
        verifies(true);
        project.day = LocalDate.of(2026, 8, 2);
        Outcome over = verifies(false);
        assertThat(over.lines()).anyMatch(line -> line.contains("ended on 2026-08-01"));
        generates(false);
        project.day = LocalDate.of(2099, 1, 1);
        generates(true);
        project.day = LocalDate.of(2026, 8, 1);
        verifies(false);
    }

    @Test
    void aRunThatFailedIsNeverRemembered() throws IOException {
        project.with("applySet", new File("k8s")).with("baselineFile", null);
        assertThat(project.verify(false).failure()).contains("error");
        assertThat(project.verify(false)).satisfies(outcome -> {
            assertThat(outcome.isRepetition()).isFalse();
            assertThat(outcome.failure()).contains("error");
        });
        assertThat(file("target/smi-last-run/verify.default-cli")).doesNotExist();
        Files.writeString(file("k8s/app.yaml"), "no: manifest\n");
        assertThat(project.generate(false).failure()).isNotEmpty();
        assertThat(file("target/smi-last-run/generate.default-cli")).doesNotExist();
    }

    @Test
    void saysAgainWhatTheRunSaid() {
        project.with("failOn", "never");
        Outcome first = verifies(false);
        Outcome again = verifies(true);
        assertThat(again.lines())
                .startsWith("info Nothing changed since the last run, which said (to run it again: -Dsmi.force):")
                .endsWith(first.lines().toArray(String[]::new));
        assertThat(first.lines()).anyMatch(line -> line.startsWith("info "));
        assertThat(project.verify(true).lines()).isEqualTo(first.lines());
    }

    @Test
    void whatOtherGoalsRelyOnHappensAllTheSame() {
        verify(project.helper, times(2)).attachArtifact(any(), eq("yml"), eq("smi"), any(File.class));
        generates(true);
        verify(project.helper, times(3)).attachArtifact(any(), eq("yml"), eq("smi"), any(File.class));
    }

    @Test
    void nothingSecretNothingLocalAndNoTimeIsRemembered() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("some/where/web"));
        TestProject same = SampleProject.in(elsewhere, jar);
        same.generate(false);
        same.verify(false);
        for (String goal : List.of("generate", "verify")) {
            String name = "target/smi-last-run/" + goal + ".default-cli";
            assertThat(Files.readString(file(name)))
                    .doesNotContain("sesame", temporary.toString())
                    .isEqualTo(Files.readString(elsewhere.resolve(name)));
        }
    }

    @Test
    void leavesAForeignFolderAlone() throws IOException {
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere"));
        Files.move(file("target/smi-last-run"), file("target/moved"));
        Files.createSymbolicLink(file("target/smi-last-run"), elsewhere);
        generates(false);
        generates(false);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void twoModulesThatWriteToOnePlaceAreRefusedWhetherTheyRunOrNot() throws IOException {
        TestProject second = SampleProject.in(Files.createDirectories(temporary.resolve("second")), jar);
        second.with("outputDirectory", file("target/smi").toFile());
        second.id = "shop:second:jar:1";
        second.build = new DefaultMavenExecutionRequest();
        project.build = second.build;
        generates(true);
        assertThat(second.generate(false).failure()).contains("is written by module");
    }
}
