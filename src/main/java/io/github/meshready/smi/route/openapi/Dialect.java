package io.github.meshready.smi.route.openapi;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.Printable;
import java.util.Optional;
import java.util.Set;

/** The versions of the specification that are known, as far as they differ for routes. */
enum Dialect {
    /** Swagger 2.0: {@code basePath}. */
    SWAGGER_2(Set.of()),
    /** OpenAPI 3.0 and 3.1: {@code servers}. */
    OPENAPI_3(Set.of("servers")),
    /** OpenAPI 3.2: also {@code query} and {@code additionalOperations} (4.9, Path Item Object). */
    OPENAPI_3_2(Set.of("servers", "query", Dialect.ADDITIONAL));

    static final String ADDITIONAL = "additionalOperations";

    /** {@code trace} is not in Swagger 2.0; who writes it there means it. */
    private static final Set<String> METHODS =
            Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

    private static final Set<String> FIELDS = Set.of(References.REF, "summary", "description", "parameters");

    private final Set<String> more;

    Dialect(Set<String> more) {
        this.more = more;
    }

    /**
     * The version of a document.
     *
     * @throws InputException if it is none that is known
     */
    static Dialect of(Part root) {
        Optional<Part> openApi = root.get("openapi");
        Optional<Part> swagger = root.get("swagger");
        if (openApi.isEmpty() && swagger.isEmpty()) {
            throw root.refused(
                    "has neither openapi: nor swagger: at the top, so it is no OpenAPI document, and tells no route",
                    "name another file, or begin it with openapi: 3.0.3");
        }
        String version = openApi.or(() -> swagger).flatMap(Part::text).orElse("");
        if (openApi.isEmpty()) {
            if (version.equals("2.0") || version.equals("2")) {
                return SWAGGER_2;
            }
        } else if (is(version, "3.0") || is(version, "3.1")) {
            return OPENAPI_3;
        } else if (is(version, "3.2")) {
            return OPENAPI_3_2;
        }
        throw openApi.or(() -> swagger)
                .get()
                .refused(
                        "version " + Printable.text(version) + " is not known, so nothing of the document was read",
                        "write it as OpenAPI 3.0, 3.1 or 3.2, or as Swagger 2.0");
    }

    private static boolean is(String version, String known) {
        return version.equals(known) || version.startsWith(known + ".") || version.startsWith(known + "-");
    }

    /** Whether this field of a path item is an operation, called like its method. */
    boolean isMethod(String field) {
        return METHODS.contains(field) || field.equals("query") && more.contains(field);
    }

    /** Whether this field belongs into a path item and is no operation. */
    boolean isOther(String field) {
        return FIELDS.contains(field) || field.startsWith("x-") || more.contains(field) && !isMethod(field);
    }

    boolean hasServers() {
        return this != SWAGGER_2;
    }
}
