package io.github.meshready.smi.route;

/** How paths with variables are written. */
public enum PathSyntax {
    /** {@code /books/{id}}: a variable is one segment or a part of one (OpenAPI 3.1, 4.8.8). */
    OPENAPI,
    /** {@code {id:[0-9]+}}, {@code {*rest}}, {@code **}, {@code *}, {@code ?} (Spring's PathPattern). */
    SPRING,
    /** {@code {id: [0-9]+}}; an expression may match slashes (Jakarta REST 3.1, 3.4). */
    JAKARTA_REST,
    /** {@code {id}}, {@code {+rest}}, {@code {/rest:.*}}, {@code {?query}} (Micronaut's URI templates, after RFC 6570). */
    MICRONAUT,
    /** Every character means itself: gRPC's {@code /package.Service/Method}. */
    LITERAL
}
