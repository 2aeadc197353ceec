package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.Document;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.LocatedTrees;
import io.github.meshready.smi.manifest.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Opens the files of documents: regular files below some folders, each of them once. Links are followed only if they end there.
 */
final class DocumentFiles {

    private final FileNames names;
    private final Limits limits;
    private final List<Path> roots;
    private final Map<Path, OpenApiFile> opened = new HashMap<>();

    /** @param roots the folders of which every file may be read */
    DocumentFiles(FileNames names, Limits limits, List<Path> roots) {
        this.names = names;
        this.limits = limits;
        this.roots = roots.stream().map(DocumentFiles::normal).distinct().toList();
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    /** A reason for not opening a file. */
    interface Refusal {

        /** The exception that says so. */
        InputException because(String message, String fix);
    }

    /**
     * Opens a document.
     *
     * @throws InputException if it is not there, leads elsewhere, or holds no single YAML or JSON document
     */
    OpenApiFile open(Path file) {
        return open(file, (message, fix) -> new InputException(new InputProblem(names.of(file), message, fix)));
    }

    /**
     * Opens a file that a document refers to.
     *
     * @param refusal says at the reference why not
     * @throws InputException if it must not or cannot be read
     */
    OpenApiFile open(Path file, Refusal refusal) {
        Path path = normal(file);
        OpenApiFile known = opened.get(path);
        if (known == null) {
            if (opened.size() >= limits.files()) {
                throw refusal.because(
                        "there are more than " + limits.files() + " files that refer to one another",
                        "raise smi.maxFiles");
            }
            known = new OpenApiFile(path, document(names.of(path), regularFile(path, refusal)));
            opened.put(path, known);
        }
        return known;
    }

    /** The file itself, without links on the way. Anything but a regular file may have no end, or make the reader wait for a writer. */
    private Path regularFile(Path path, Refusal refusal) {
        if (roots.stream().noneMatch(path::startsWith)) {
            throw leadsOut(refusal);
        }
        try {
            Path real = names.disk().real(path);
            boolean inside = false;
            for (Path root : roots) {
                inside |= real.startsWith(names.disk().real(root));
            }
            if (!inside) {
                throw leadsOut(refusal);
            }
            if (!names.disk().isFile(real)) {
                throw refusal.because(
                        names.of(path) + " is a folder or a device, which is not read; so not all routes are known",
                        "name a regular file");
            }
            return real;
        } catch (IOException e) {
            throw refusal.because(
                    "there is no file " + Printable.text(names.of(path)) + ", so not all routes are known",
                    "correct the name, or add the file");
        }
    }

    private static InputException leadsOut(Refusal refusal) {
        return refusal.because(
                "leads out of the project, where nothing is read; so not all routes are known",
                "copy the file into the project and name it there");
    }

    private Document document(String name, Path file) {
        List<Document> documents = LocatedTrees.read(name, file, limits, names.disk());
        if (documents.size() != 1) {
            throw new InputException(new InputProblem(
                    name,
                    documents.isEmpty()
                            ? "the file is empty, so it tells no route"
                            : "the file holds " + documents.size() + " documents, and OpenAPI knows only files of one",
                    documents.isEmpty() ? "remove it, or write the document" : "split the file at its lines ---"));
        }
        return documents.get(0);
    }
}
