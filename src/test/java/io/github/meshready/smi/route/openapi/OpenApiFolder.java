package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.route.HttpRoute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A project's folder with documents, and what they tell in lines. */
record OpenApiFolder(Path base) {

    OpenApiFolder with(String file, String text) {
        try {
            Path path = base.resolve(file);
            Files.createDirectories(path.getParent());
            Files.write(path, text.getBytes(StandardCharsets.UTF_8)); // half a character becomes a question mark
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    DocumentedRoutes read(String... files) {
        return new OpenApiReader(new FileNames(base), Limits.DEFAULT, List.of(base))
                .readNamed(Stream.of(files).map(base::resolve).toList());
    }

    /** Method, path, name and place of each route; else each problem. */
    List<String> told(String... files) {
        DocumentedRoutes read = read(files);
        return read.routes()
                .map(routes -> routes.routes().stream().map(OpenApiFolder::line).toList())
                .orElseGet(() -> lines(read.problems()));
    }

    static String line(HttpRoute route) {
        return String.join(",", route.methods()) + " " + route.path() + " " + route.name() + " " + route.place();
    }

    /** Place and message of each. */
    static List<String> lines(List<InputProblem> notes) {
        return notes.stream().map(note -> note.place() + ": " + note.message()).toList();
    }
}
