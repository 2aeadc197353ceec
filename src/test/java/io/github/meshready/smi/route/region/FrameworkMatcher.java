package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.HttpRoute;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Whether a request fits a route, from what frameworks document and nothing else: segment by segment, on the path as it was sent. It knows
 * what {@link RandomRoutes} makes.
 */
final class FrameworkMatcher {

    private FrameworkMatcher() {}

    static boolean fits(HttpRoute route, String method, String path, Map<String, String> headers) {
        boolean methodFits = route.methods().isEmpty()
                || route.methods().contains(method)
                || method.equals("HEAD") && route.methods().contains("GET");
        return methodFits
                && route.headers().entrySet().stream()
                        .allMatch(each -> each.getValue().equals(headers.get(each.getKey())))
                && pathFits(route.path().text(), path);
    }

    static boolean pathFits(String template, String path) {
        String[] wanted = template.substring(1).split("/", -1);
        String[] sent = path.substring(1).split("/", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals("**")) {
                return path.chars().allMatch(c -> c > ' ' && c < 0x7f);
            }
            if (i >= sent.length || !segmentFits(wanted[i], sent[i])) {
                return false;
            }
        }
        return sent.length == wanted.length;
    }

    private static boolean segmentFits(String wanted, String sent) {
        String visible = "[!-.0-~]+";
        return switch (wanted) {
            case "{id}", "*" -> sent.matches(visible);
            case "{n:[0-9]+}" -> sent.matches("[0-9]+");
            case "{w:[a-z]{1,3}}" -> sent.matches("[a-z]{1,3}");
            case "{a}-{b}" -> sent.matches(visible + "-" + visible);
            case "{f}.json" -> sent.matches(visible + Pattern.quote(".json"));
            case "b{x}" -> sent.matches("b" + visible);
            case "?" -> sent.matches("[!-.0-~]");
            case "a b" -> sent.equals("a%20b");
            case "é" -> sent.equals("%C3%A9");
            default ->
                List.of("", "books", "search", "new", "b", "42", "x.json", "Books")
                                .contains(wanted)
                        && sent.equals(wanted);
        };
    }
}
