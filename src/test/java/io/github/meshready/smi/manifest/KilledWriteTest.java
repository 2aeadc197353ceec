package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a process in the middle of writing: every file is one version or the other, and the next run mends the rest. */
class KilledWriteTest {

    private static final int KILLS = 50;

    @TempDir
    private Path base;

    @Test
    void leavesNoTornFileAndNothingThatLooksFinished() throws Exception {
        Path folder = base.resolve("out");
        Random random = new Random(1);
        int unfinished = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            killWhileWriting(folder, random.nextInt(40));
            Map<String, String> files = contents(folder);
            assertThat(files.entrySet())
                    .as("kill " + kill)
                    .allSatisfy(file -> assertThat(file.getValue())
                            .isIn(expected("old", file.getKey()), expected("new", file.getKey())));
            OutputIndex index = new OutputFolder(folder, new FileNames(folder.getParent())).index();
            assertThat(index.files().keySet())
                    .as("nothing is there that the next run would not know for its own")
                    .containsAll(files.keySet());
            if (List.of("old", "new").contains(index.origin())) {
                assertThat(files).as("said to be finished").isEqualTo(expected(index.origin()));
            } else {
                unfinished++;
            }
        }
        assertThat(unfinished).as("killed in the middle").isPositive();
        WriteLoop.write(folder, "new");
        assertThat(contents(folder)).isEqualTo(expected("new"));
        try (Stream<Path> left = Files.walk(folder)) {
            assertThat(left.filter(OwnedFile::isLeftover)).isEmpty();
        }
    }

    private void killWhileWriting(Path folder, int milliseconds) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WriteLoop.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(process.getInputStream().read()).as("it runs").isPositive();
        Thread.sleep(milliseconds);
        process.destroyForcibly();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    }

    /** All files but the index and what was being written. */
    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new HashMap<>();
        if (!Files.exists(folder)) {
            return contents;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (!file.getFileName().toString().startsWith(".")) {
                    contents.put(FileNames.slashed(folder.relativize(file)), Files.readString(file));
                }
            }
        }
        return contents;
    }

    private static Map<String, String> expected(String version) {
        Map<String, String> expected = new HashMap<>();
        WriteLoop.contents(version)
                .forEach((path, content) -> expected.put(path, new String(content, StandardCharsets.UTF_8)));
        return expected;
    }

    private static String expected(String version, String path) {
        return expected(version).getOrDefault(path, "no such file in " + version);
    }
}
