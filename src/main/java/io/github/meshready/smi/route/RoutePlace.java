package io.github.meshready.smi.route;

/**
 * Where a route is written.
 *
 * @param text the place, as people know it: {@code openapi.yaml:12}, {@code shop.Books.find}; empty where there is none
 * @param source what tells the route there
 */
public record RoutePlace(String text, RouteSource source) {

    @Override
    public String toString() {
        return text;
    }
}
