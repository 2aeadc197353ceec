package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.HttpRoute;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Routes as lines that people read: {@code GET /books/{id}}, {@code GET,POST /books}, {@code * /any}. */
final class Lines {

    private Lines() {}

    static List<String> of(List<HttpRoute> routes) {
        return routes.stream().map(Lines::of).sorted().toList();
    }

    /** The routes of one class. */
    static List<String> of(List<HttpRoute> routes, String type) {
        return of(routes.stream()
                .filter(route -> route.place()
                        .text()
                        .substring(0, route.place().text().lastIndexOf('.'))
                        .equals(type))
                .toList());
    }

    private static String of(HttpRoute route) {
        return (route.methods().isEmpty() ? "*" : String.join(",", route.methods())) + " " + route.path();
    }

    /** What a table writes in one cell: lines with {@code |} between them. */
    static List<String> cell(String text) {
        return Stream.of(text == null ? new String[0] : text.split("\\|"))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .sorted()
                .toList();
    }

    static Map<String, ClientRoutes> byName(List<ClientRoutes> clients) {
        Map<String, ClientRoutes> byName = new TreeMap<>();
        clients.forEach(client -> byName.put(client.client() + client.target(), client));
        return byName;
    }
}
