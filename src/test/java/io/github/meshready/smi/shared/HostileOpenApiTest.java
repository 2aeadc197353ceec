package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.openapi.DocumentedRoutes;
import io.github.meshready.smi.route.openapi.OpenApiReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad files given for OpenAPI documents: refused in words or read, soon, and nothing outside is looked at. */
class HostileOpenApiTest {

    @TempDir
    private Path base;

    static Stream<Arguments> cases() throws IOException {
        if (!SharedData.isThere("hostile")) {
            return Stream.of(Arguments.of("none", "none", "none", "none"));
        }
        return Files.readAllLines(SharedData.folder("hostile").resolve("EXPECT.tsv")).stream()
                .skip(1)
                .map(line -> line.split("\t"))
                .map(fields -> Arguments.of(fields[0], fields[1], fields[2], fields[3]));
    }

    @ParameterizedTest(name = "{0}: {3}")
    @MethodSource("cases")
    void isRefusedOrRead(String id, String file, String kind, String expected) throws Exception {
        Path input = SharedData.folder("hostile").resolve("files").resolve(file);
        Path copy = Files.copy(input, base.resolve(file));
        Path pipe = base.resolve("pipe");
        if (id.equals("o01-ref-fifo")) {
            Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/mkfifo")), "skipped: there is no mkfifo");
            assertThat(new ProcessBuilder("/usr/bin/mkfifo", pipe.toString())
                            .start()
                            .waitFor())
                    .isZero();
        }
        OpenApiReader reader = new OpenApiReader(new FileNames(base), Limits.DEFAULT, List.of(base));
        DocumentedRoutes read =
                Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> reader.readNamed(List.of(copy)));
        assertThat(read.routes().isPresent()).isEqualTo(read.problems().isEmpty());
        if (!kind.equals("openapi") || expected.equals("REJECT")) {
            assertThat(read.routes()).isEmpty();
        } else if (!id.startsWith("o01-")) {
            assertThat(read.routes().orElseThrow().routes()).hasSize(1);
        }
        for (InputProblem problem : read.problems()) {
            assertThat(problem.fix()).isNotBlank();
            for (String line : problem.toString().lines().toList()) {
                assertThat(Printable.line(line)).isEqualTo(line);
                assertThat(line).doesNotContain("SENTINEL").doesNotContain("U0VOVElORUw");
            }
        }
    }
}
