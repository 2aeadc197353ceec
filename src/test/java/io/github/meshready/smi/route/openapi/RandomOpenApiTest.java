package io.github.meshready.smi.route.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Printable;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random documents: what they tell is known, and no damage to them is anything but refused or read. */
class RandomOpenApiTest {

    private static final int COUNT = 500;

    @TempDir
    private Path base;

    @Test
    void tellExactlyTheirRoutesInAnyOrder() {
        for (long seed = 0; seed < COUNT; seed++) {
            RandomOpenApi random = new RandomOpenApi(seed);
            for (int order = 0; order < 2; order++) {
                DocumentedRoutes read = written(random, seed, false).read("api.yaml");
                if (random.expected().isEmpty()) {
                    assertThat(read.problems())
                            .as("seed " + seed)
                            .singleElement()
                            .asString()
                            .contains("no path with a method");
                } else {
                    assertThat(read.problems()).as("seed " + seed).isEmpty();
                    assertThat(routes(read)).as("seed " + seed).isEqualTo(random.expected());
                }
            }
        }
    }

    @Test
    void areReadOrRefusedHoweverDamaged() {
        int refused = 0;
        for (long seed = 0; seed < 2 * COUNT; seed++) {
            OpenApiFolder folder = written(new RandomOpenApi(seed), seed, true);
            DocumentedRoutes read = folder.read("api.yaml");
            assertThat(read.routes().isPresent())
                    .as("seed " + seed)
                    .isEqualTo(read.problems().isEmpty());
            assertThat(folder.read("api.yaml")).as("seed " + seed + " again").isEqualTo(read);
            read.problems().forEach(problem -> {
                assertThat(problem.fix()).isNotBlank();
                assertThat(Printable.line(problem.message())).isEqualTo(problem.message());
            });
            refused += read.problems().isEmpty() ? 0 : 1;
        }
        assertThat(refused).isBetween(COUNT, 2 * COUNT - COUNT / 10); // else the damage is too small, or too large
    }

    private OpenApiFolder written(RandomOpenApi random, long seed, boolean damaged) {
        OpenApiFolder folder = new OpenApiFolder(base.resolve(damaged + "" + seed));
        random.files().forEach(folder::with);
        if (damaged) {
            random.damaged().forEach(folder::with);
        }
        return folder;
    }

    private static SortedSet<String> routes(DocumentedRoutes read) {
        SortedSet<String> routes = new TreeSet<>();
        read.routes()
                .orElseThrow()
                .routes()
                .forEach(route -> routes.add(
                        String.join(",", route.methods()) + " " + route.path().text()));
        return routes;
    }
}
