package io.github.meshready.smi.mojo;

import io.github.meshready.smi.route.DeclaredRoutes;
import java.io.File;
import java.util.List;
import java.util.Optional;

/** A {@code <of>} element of {@code <routes>}; Maven fills the fields. */
public class RoutesParameter {

    private String service;
    private File openapi;
    private List<RouteParameter> routes;

    DeclaredRoutes toRoutes() {
        if (service == null || service.isBlank()) {
            throw new ParameterException(
                    "routes", "an <of> has no <service>", "name the Service that serves the routes");
        }
        List<RouteParameter> listed = routes == null ? List.of() : routes;
        if (openapi == null && listed.isEmpty()) {
            throw new ParameterException(
                    "routes",
                    "the <of> of Service " + service.strip() + " tells no route",
                    "add <openapi> or <routes>; to allow every path, leave it out");
        }
        return new DeclaredRoutes(
                service.strip(),
                Optional.ofNullable(openapi).map(File::toPath),
                listed.stream().map(RouteParameter::toRoute).toList());
    }
}
