package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.mojo.TestProject.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever somebody does between two runs: a build that may leave runs out comes to the same as one that makes them all. */
class RandomChangesTest {

    private static final int SEQUENCES = 12;
    private static final int STEPS = 10;

    @TempDir
    private Path temporary;

    private int repeated;
    private int made;

    @Test
    void leavesOutOnlyWhatWouldComeToTheSame() throws IOException {
        for (int seed = 0; seed < SEQUENCES; seed++) {
            sequence(seed);
        }
        // Otherwise this would show nothing of the one or of the other.
        assertThat(repeated).isGreaterThan(SEQUENCES * STEPS / 10);
        assertThat(made).isGreaterThan(SEQUENCES * STEPS / 2);
    }

    private void sequence(int seed) throws IOException {
        Random random = new Random(seed);
        Path folder = temporary.resolve(String.valueOf(seed));
        Path jar = Files.writeString(Files.createDirectories(folder).resolve("plugin.jar"), "jar");
        TestProject project = SampleProject.in(Files.createDirectories(folder.resolve("one/web")), jar);
        Path original = folder.resolve("original");
        copy(project.folder(), original);
        for (int step = 0; step < STEPS; step++) {
            String change = change(project, original, random);
            TestProject other = new TestProject(folder.resolve("other/web"), jar);
            other.parameters().putAll(project.parameters());
            other.with("meshConfig", other.folder().resolve("mesh.yaml").toFile())
                    .with("routes", SampleProject.routes(other.folder()));
            other.day = project.day;
            delete(other.folder());
            copy(project.folder(), other.folder());
            List<Outcome> left = List.of(project.generate(false), project.verify(false));
            List<Outcome> forced = List.of(other.generate(true), other.verify(true));
            for (int i = 0; i < left.size(); i++) {
                repeated += left.get(i).isRepetition() ? 1 : 0;
                made += left.get(i).isRepetition() ? 0 : 1;
                assertThat(left.get(i).comparable())
                        .as("seed %d, step %d: %s", seed, step, change)
                        .isEqualTo(forced.get(i).comparable());
            }
            boolean toTheEnd =
                    forced.stream().allMatch(outcome -> outcome.failure().isEmpty());
            assertThat(written(project.folder(), toTheEnd))
                    .as("seed %d, step %d: %s", seed, step, change)
                    .isEqualTo(written(other.folder(), toTheEnd));
        }
        delete(folder);
    }

    /** What lies below target but for what is remembered; mesh.json is of the goal that ran last, so it counts where both ended. */
    private static Map<String, String> written(Path folder, boolean all) throws IOException {
        Map<String, String> written = new TreeMap<>();
        for (Path file : files(folder.resolve("target"))) {
            String name = folder.relativize(file).toString();
            if (!name.startsWith("target/smi-last-run") && (all || !name.endsWith("mesh.json"))) {
                written.put(name, Files.readString(file));
            }
        }
        return written;
    }

    private static String change(TestProject project, Path original, Random random) throws IOException {
        return switch (random.nextInt(14)) {
            case 0, 1, 2, 3 -> {
                Path file = any(project, random);
                edit(file, random);
                yield "edited " + file;
            }
            case 4 -> {
                Path file = any(project, random);
                Files.delete(file);
                yield "deleted " + file;
            }
            case 5, 6 -> {
                String name = SampleProject.MISSED.get(random.nextInt(SampleProject.MISSED.size()));
                Path from = any(project, random);
                byte[] content = random.nextBoolean() ? Files.readAllBytes(from) : new byte[0];
                Files.createDirectories(project.folder().resolve(name).getParent());
                Files.write(project.folder().resolve(name), content);
                yield "added " + name + " as " + from;
            }
            case 7 -> {
                project.day = LocalDate.of(2026, 7, 1).plusDays(random.nextInt(60));
                yield "day " + project.day;
            }
            case 8 -> {
                project.with("failOn", List.of("error", "warning", "never").get(random.nextInt(3)));
                yield "failOn";
            }
            case 9 -> {
                project.with("namespace", random.nextBoolean() ? null : "shop");
                yield "namespace";
            }
            case 10 -> {
                Path file = any(project, random);
                Path moved = file.resolveSibling("moved-" + file.getFileName());
                Files.move(file, moved);
                yield "moved " + moved;
            }
            case 11 -> {
                delete(project.folder().resolve("target"));
                yield "cleaned";
            }
            case 12 -> {
                // As it was at first, which a run that failed would not end.
                Path last = project.folder().resolve("target/smi-last-run");
                delete(project.folder().resolve("k8s"));
                delete(project.folder().resolve("target/smi"));
                copy(original.resolve("k8s"), project.folder().resolve("k8s"));
                yield "restored, remembering " + Files.exists(last);
            }
            default -> "nothing";
        };
    }

    private static Path any(TestProject project, Random random) throws IOException {
        List<Path> files = files(project.folder());
        return files.get(random.nextInt(files.size()));
    }

    /** One byte more, less or other. */
    private static void edit(Path file, Random random) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int at = random.nextInt(content.length + 1);
        List<Byte> bytes = new ArrayList<>();
        for (byte each : content) {
            bytes.add(each);
        }
        int kind = random.nextInt(3);
        if (kind == 0 || at == content.length) {
            bytes.add(at, (byte) " \n#a0:".charAt(random.nextInt(6)));
        } else if (kind == 1) {
            bytes.remove(at);
        } else {
            bytes.set(at, (byte) (content[at] ^ 1));
        }
        byte[] edited = new byte[bytes.size()];
        for (int i = 0; i < edited.length; i++) {
            edited[i] = bytes.get(i);
        }
        Files.write(file, edited);
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (Path file : files(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            Files.createDirectories(target.getParent());
            Files.copy(file, target);
        }
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
    }
}
