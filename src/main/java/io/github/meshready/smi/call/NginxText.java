package io.github.meshready.smi.call;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Configuration of nginx: whom it passes requests on to, with the variables that it sets itself. The name of an upstream is
 * no host.
 */
final class NginxText {

    private static final Set<String> PASSES =
            Set.of("proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass");

    private static final Pattern SERVER = Pattern.compile("\\bserver\\s*\\{\\s*listen\\s");

    /** What nginx puts behind an address. */
    private static final Pattern REQUEST =
            Pattern.compile("\\$(?:request_uri|document_uri|uri|is_args|args|query_string)\\b.*");

    private static final Pattern VARIABLE = Pattern.compile("\\$(\\w+)");

    /** A variable may be set to another one. */
    private static final int MAX_ROUNDS = 4;

    private static final int MAX_VALUES = 100;

    private final Map<String, Set<String>> variables = new HashMap<>();
    private final Set<String> upstreams = new HashSet<>();
    private final Map<String, String> values = new LinkedHashMap<>();
    private String block = "";
    private String mapped = "";

    private NginxText() {}

    static boolean isOne(String text) {
        return PASSES.stream().anyMatch(text::contains)
                || text.contains("upstream ") && text.contains("{")
                || text.contains("listen") && SERVER.matcher(text).find();
    }

    /** The servers by directive; each is an address. */
    static Map<String, String> values(String text) {
        StringBuilder code = new StringBuilder();
        text.lines().forEach(line -> code.append(withoutComment(line)).append('\n'));
        NginxText nginx = new NginxText();
        for (String statement :
                code.toString().replaceAll("\\$\\{(\\w++)\\}", "\\$$1").split("(?<=[;{}])")) {
            nginx.read(statement.strip());
        }
        return nginx.addresses();
    }

    private void read(String statement) {
        List<String> words = List.of(statement
                .replaceAll("[;{}]$", "")
                .strip()
                .replaceAll("[\"']", "")
                .split("\\s+"));
        boolean opens = statement.endsWith("{");
        if (opens && words.size() > 1 && words.get(0).equals("upstream")) {
            upstreams.add(words.get(1));
            block = "upstream";
        } else if (opens && words.size() > 2 && words.get(0).equals("map")) {
            mapped = words.get(2).replace("$", "");
            block = "map";
        } else if (statement.endsWith("}")) {
            block = "";
        } else if (words.size() > 1) {
            directive(words);
        }
    }

    private void directive(List<String> words) {
        String name = words.get(0);
        if (block.equals("upstream") && name.equals("server")) {
            values.put("upstream.server[" + values.size() + "].address", words.get(1));
        } else if (block.equals("map")) {
            variable(mapped, words.get(1));
        } else if (name.equals("set") && words.size() > 2) {
            variable(words.get(1).replace("$", ""), words.get(2));
        } else if (PASSES.contains(name)) {
            values.put(name + "[" + values.size() + "].url", words.get(1));
        }
    }

    private void variable(String name, String value) {
        variables.computeIfAbsent(name, key -> new LinkedHashSet<>()).add(value);
    }

    private Map<String, String> addresses() {
        Map<String, String> addresses = new LinkedHashMap<>();
        values.forEach((key, value) -> {
            for (String each : expanded(value)) {
                String address = REQUEST.matcher(each).replaceFirst("");
                if (!upstreams.contains(host(address))) {
                    addresses.put(addresses.containsKey(key) ? key + "[" + addresses.size() + "]" : key, address);
                }
            }
        });
        return addresses;
    }

    /** A value with all that its variables may stand for; what only requests tell stays. */
    private List<String> expanded(String value) {
        List<String> texts = List.of(value);
        for (int round = 0; round < MAX_ROUNDS; round++) {
            List<String> next = new ArrayList<>();
            for (String text : texts) {
                Matcher variable = VARIABLE.matcher(text);
                Set<String> known = variable.find() ? variables.getOrDefault(variable.group(1), Set.of()) : Set.of();
                if (known.isEmpty()) {
                    next.add(text);
                }
                known.forEach(each -> next.add(text.replace(variable.group(), each)));
            }
            texts = next.subList(0, Math.min(next.size(), MAX_VALUES));
        }
        return texts;
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return hash < 0 ? line : line.substring(0, hash);
    }

    private static String host(String value) {
        String rest = value.substring(value.indexOf("://") < 0 ? 0 : value.indexOf("://") + 3);
        int end = 0;
        while (end < rest.length() && "/:;?$".indexOf(rest.charAt(end)) < 0) {
            end++;
        }
        return rest.substring(0, end);
    }
}
