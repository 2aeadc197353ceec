package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Printable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads what a path item and those that it refers to say of one path: its operations, by method. */
final class PathItem {

    private final Dialect dialect;
    private final References references;
    private final Servers servers;
    private final Notes notes;
    private final Map<String, Operation> operations = new LinkedHashMap<>();

    PathItem(Dialect dialect, References references, Servers servers, Notes notes) {
        this.dialect = dialect;
        this.references = references;
        this.servers = servers;
        this.notes = notes;
    }

    /**
     * The operations of a path. Where one stands both in the path item and in what it refers to, the nearer one counts; OpenAPI leaves
     * that open (3.1.0, 4.8.9).
     *
     * @param prefixes what stands in front of the path if nothing else is said
     * @throws InputException if a part of it cannot be read
     */
    Map<String, Operation> operations(Part path, Set<String> prefixes) {
        if (!path.isMapping()) {
            throw path.refused(
                    "a path needs a mapping of methods, not " + path.node().described()
                            + "; so its routes are not known",
                    "write its methods, or remove the path");
        }
        List<Part> chain = references.chain(path);
        Optional<Set<String>> own = dialect.hasServers() ? servers.in(chain) : Optional.empty();
        for (Part item : chain) {
            item.fields().forEach((field, part) -> field(field, part, own.orElse(prefixes)));
        }
        if (operations.isEmpty()) {
            notes.remark(path.problem(
                    "the path has no method, so no request to it is a route", "write its methods, or remove the path"));
        }
        return operations;
    }

    private void field(String field, Part part, Set<String> prefixes) {
        if (dialect.isMethod(field)) {
            add(field.toUpperCase(Locale.ROOT), part, prefixes);
        } else if (!dialect.isOther(field)) {
            notes.remark(part.problem(
                    Printable.text(field)
                            + " is no field of a path item; if it is a method, its requests are no routes",
                    "write methods in small letters; begin what is yours with x-"));
        } else if (field.equals(Dialect.ADDITIONAL)) {
            part.fields().forEach((method, operation) -> add(method, operation, prefixes));
        }
    }

    private void add(String method, Part part, Set<String> prefixes) {
        if (!part.isMapping() && !part.isEmpty()) {
            throw part.refused(
                    "an operation is a mapping, not " + part.node().described()
                            + "; so it is not known whether there is one",
                    "write its operationId and responses below it, or remove it");
        }
        if (operations.containsKey(method)) {
            return;
        }
        List<Part> chain = references.chain(part);
        String name = chain.stream()
                .flatMap(each -> each.get("operationId").stream())
                .flatMap(id -> id.text().stream())
                .findFirst()
                .orElse("");
        Set<String> own = dialect.hasServers() ? servers.in(chain).orElse(prefixes) : prefixes;
        operations.put(method, new Operation(method, name, own, part));
    }
}
