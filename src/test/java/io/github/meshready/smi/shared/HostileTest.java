package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.report.FindingText;
import io.github.meshready.smi.report.GenerateText;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad inputs: each is refused with a message, or read safely; nothing hangs, crashes, or is written on refusal. */
class HostileTest {

    @TempDir
    private Path base;

    static Stream<Arguments> cases() throws IOException {
        if (!SharedData.isThere("hostile")) {
            return Stream.of(Arguments.of("none", "none", "none"));
        }
        return Files.readAllLines(SharedData.folder("hostile").resolve("EXPECT.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(fields -> Arguments.of(fields[0], fields[1], fields[3]));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("cases")
    void isRefusedOrReadSafely(String id, String file, String expected) throws IOException {
        Path input = SharedData.folder("hostile").resolve("files").resolve(file);
        byte[] before = Files.readAllBytes(input);
        String result = Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> outcome(input));
        if (expected.equals("REJECT")) {
            assertThat(result).isNotEqualTo("accepted");
        }
        if (expected.equals("ACCEPT")) {
            assertThat(result).isIn("accepted", "findings");
        }
        if (result.equals("refused")) {
            assertThat(base.resolve("target")).doesNotExist();
        }
        assertThat(Files.readAllBytes(input)).isEqualTo(before);
    }

    private String outcome(Path input) throws IOException {
        Goals goals = new Goals(base, Declarations.NONE);
        try {
            GenerateText text = new GenerateText(goals.generate(List.of(input)), "osm", "default", "target/smi");
            assertIsSafe(text.lines());
            assertIsSafe(text.warnings());
        } catch (InputException e) {
            assertThat(e.getMessage()).contains("fix: ");
            assertIsSafe(e.getMessage().lines().toList());
            return "refused";
        }
        try (Stream<Path> written = Files.walk(base.resolve("target"))) {
            for (Path file : written.filter(Files::isRegularFile)
                    .filter(each -> !each.toString().contains("50-app") && !each.endsWith("smi.yml"))
                    .toList()) {
                assertThat(Files.readString(file, StandardCharsets.UTF_8)).doesNotContain("SENTINEL");
            }
        }
        assertThatNothingChangesASecondTime();
        VerifyResult verified = goals.verify();
        assertThat(verified.findings().toString()).doesNotContain("SENTINEL");
        verified.findings()
                .forEach(finding -> assertIsSafe(FindingText.of(finding).lines().toList()));
        return verified.findings().stream().anyMatch(finding -> finding.severity() == Severity.ERROR)
                ? "findings"
                : "accepted";
    }

    /** What needs no change any more keeps all its bytes. */
    private void assertThatNothingChangesASecondTime() throws IOException {
        Path once = base.resolve("target/smi/50-app");
        Path again = base.resolve("again");
        Path copy = again.resolve("k8s");
        try (Stream<Path> files = Files.walk(once)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = copy.resolve(once.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
            }
        }
        new Goals(again, Declarations.NONE).generate(List.of(copy));
        try (Stream<Path> files = Files.walk(copy)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path written = again.resolve("target/smi/50-app")
                        .resolve(copy.relativize(file).toString());
                assertThat(Files.readAllBytes(written)).isEqualTo(Files.readAllBytes(file));
            }
        }
    }

    /** No secret, and no character that a terminal or a CI system obeys. */
    private static void assertIsSafe(List<String> lines) {
        for (String line : lines) {
            assertThat(Printable.line(line)).isEqualTo(line);
            assertThat(line).doesNotContain("SENTINEL").doesNotContain("U0VOVElORUw");
            assertThat(line.strip()).doesNotStartWith("##").doesNotStartWith("::");
        }
    }
}
