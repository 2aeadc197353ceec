package io.github.meshready.smi.call;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Configuration of nginx: whom it passes requests on to. The name of an upstream is no host. */
final class NginxText {

    private static final Set<String> PASSES =
            Set.of("proxy_pass", "grpc_pass", "fastcgi_pass", "uwsgi_pass", "scgi_pass", "memcached_pass");

    private NginxText() {}

    static boolean isOne(String text) {
        return PASSES.stream().anyMatch(text::contains) || text.contains("upstream ") && text.contains("{");
    }

    /** The servers by directive; each is an address. */
    static Map<String, String> values(String text) {
        StringBuilder code = new StringBuilder();
        text.lines().forEach(line -> code.append(withoutComment(line)).append('\n'));
        Set<String> upstreams = new HashSet<>();
        Map<String, String> values = new LinkedHashMap<>();
        boolean inUpstream = false;
        for (String statement : code.toString().split("(?<=[;{}])")) {
            String[] words = statement.strip().replaceAll("[;{}]$", "").strip().split("\\s+");
            boolean opens = statement.strip().endsWith("{");
            if (words[0].equals("upstream") && opens && words.length > 1) {
                upstreams.add(words[1]);
                inUpstream = true;
            } else if (inUpstream && words[0].equals("server") && words.length > 1) {
                values.put("upstream.server[" + values.size() + "].address", words[1]);
            } else if (statement.strip().endsWith("}")) {
                inUpstream = false;
            } else if (PASSES.contains(words[0]) && words.length > 1) {
                values.put(words[0] + "[" + values.size() + "].url", words[1]);
            }
        }
        values.values().removeIf(value -> upstreams.contains(host(value)));
        return values;
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
