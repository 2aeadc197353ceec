package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Printable;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Follows {@code $ref} to parts of the same document and of files beside it, each written as a relative path with slashes; to nothing
 * else.
 */
final class References {

    static final String REF = "$ref";

    /** References to references; documents that people split have one or two. */
    private static final int MAX_STEPS = 50;

    private final DocumentFiles files;

    References(DocumentFiles files) {
        this.files = files;
    }

    /**
     * A value, what it refers to, what that refers to, and so on.
     *
     * @throws InputException if a reference leads nowhere, in a circle, or where nothing is read
     */
    List<Part> chain(Part from) {
        List<Part> chain = new ArrayList<>(List.of(from));
        Optional<Part> reference = from.get(REF);
        while (reference.isPresent()) {
            Part target = target(reference.get());
            if (chain.stream().anyMatch(each -> each.node() == target.node())) {
                throw reference
                        .get()
                        .refused("refers back to itself, so nobody knows the routes here", "write out what is meant");
            }
            if (chain.size() > MAX_STEPS) {
                throw reference
                        .get()
                        .refused(
                                "stands behind " + MAX_STEPS
                                        + " other references and was not followed, so not all routes are known",
                                "refer to what is meant directly");
            }
            if (!target.isMapping()) {
                throw reference
                        .get()
                        .refused(
                                "refers to " + target.node().described() + " at " + target.place()
                                        + ", where a mapping is needed; so not all routes are known",
                                "correct the reference");
            }
            chain.add(target);
            reference = target.get(REF);
        }
        return chain;
    }

    private Part target(Part reference) {
        String text = reference
                .text()
                .orElseThrow(() -> reference.refused(
                        "a reference is a text, not " + reference.node().described() + "; so not all routes are known",
                        "write where it leads"));
        int hash = text.indexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        String fragment = hash < 0 ? "" : text.substring(hash + 1);
        OpenApiFile target = file.isEmpty() ? reference.file() : other(reference, file);
        return JsonPointer.of(fragment)
                .flatMap(pointer -> pointer.in(target))
                .orElseThrow(() -> reference.refused(
                        "refers to " + Printable.text(text) + ", which is not there; so not all routes are known",
                        "correct the reference, or add what it names"));
    }

    private OpenApiFile other(Part reference, String file) {
        Optional<String> kind = foreign(file);
        if (kind.isPresent()) {
            throw reference.refused(
                    "refers to " + Printable.text(file) + ", " + kind.get()
                            + "; only files of the project are read, so not all routes are known",
                    "copy the file into the project, and refer to it by a relative path with slashes");
        }
        Path path;
        try {
            path = reference.file().path().resolveSibling(file);
        } catch (InvalidPathException e) {
            throw reference.refused(
                    "refers to " + Printable.text(file) + ", which is no path; so not all routes are known",
                    "correct the reference");
        }
        return files.open(
                path, (message, fix) -> reference.refused("refers to " + Printable.text(file) + ": " + message, fix));
    }

    /** What a file of a reference is, if it is no relative path that means the same on every system. */
    private static Optional<String> foreign(String file) {
        if (file.startsWith("/") || file.startsWith("\\")) {
            return Optional.of("an absolute path or one of another machine");
        }
        if (file.startsWith("~")) {
            return Optional.of("a path in somebody's home");
        }
        if (file.indexOf(':') >= 0) {
            return Optional.of("a URL or a drive");
        }
        if (file.indexOf('%') >= 0 || file.indexOf('\\') >= 0 || file.indexOf('?') >= 0) {
            return Optional.of("a path with one of the characters % \\ ?");
        }
        return file.chars().anyMatch(c -> c < ' ') ? Optional.of("a path with a control character") : Optional.empty();
    }
}
