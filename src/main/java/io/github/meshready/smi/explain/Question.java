package io.github.meshready.smi.explain;

import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HttpRequest;
import java.util.Optional;

/**
 * The call that is asked about.
 *
 * @param connection who dials what
 * @param request the request; empty for any
 */
public record Question(Connection connection, Optional<HttpRequest> request) {

    /** The call in words, such as {@code Deployment/shop/web -> shop/books:8080, GET /books}. */
    public String described() {
        return connection.client().id() + " -> " + connection.service().name() + ":"
                + connection.port().number()
                + request.map(asked -> ", " + asked.method() + " " + asked.path())
                        .orElse("");
    }
}
