package io.github.meshready.bench.stage;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.openapi.OpenApiReader;
import io.github.meshready.smi.route.region.Regions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The HTTP routes of one large API. */
public class RouteBenchmark {

    private static final int CALLERS = 20;

    /** An OpenAPI document in a folder of its own: four operations for each thing that it tells of. */
    @State(Scope.Benchmark)
    public static class Api {

        /** Number of operations. */
        @Param("100")
        public int size;

        private Scratch scratch;
        private Path document;

        /** Writes the document. */
        @Setup
        public void write() throws IOException {
            scratch = new Scratch();
            document = scratch.folder().resolve("openapi.yaml");
            StringBuilder text = new StringBuilder("openapi: 3.0.3\ninfo: {title: Things, version: '1'}\npaths:\n");
            for (int thing = 0; thing < size / 4; thing++) {
                text.append("""
                          /api/v1/things%1$s:
                            get: {operationId: list%2$d}
                            post: {operationId: add%2$d}
                          /api/v1/things%1$s/{id}:
                            get: {operationId: get%2$d}
                            put: {operationId: put%2$d}
                        """.formatted(Integer.toString(thing * 7_919, 36), thing));
            }
            Files.writeString(document, text);
        }

        /** Removes it. */
        @TearDown
        public void remove() throws IOException {
            scratch.remove();
        }
    }

    /** The document read, and cut into matches for callers of which each uses two thirds of it, and no two the same ones. */
    @Benchmark
    public Regions<String> routes(Api api) {
        List<HttpRoute> all = new OpenApiReader(
                        new FileNames(api.scratch.folder()), Limits.DEFAULT, List.of(api.scratch.folder()))
                .readNamed(List.of(api.document))
                .routes()
                .orElseThrow()
                .routes();
        SortedMap<String, List<HttpRoute>> used = new TreeMap<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            List<HttpRoute> routes = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if ((i / 4 + caller) % 3 > 0) {
                    routes.add(all.get(i));
                }
            }
            used.put("caller-" + caller, routes);
        }
        return Regions.of(used, Dialect.DEFAULT);
    }
}
