package io.github.meshready.smi.route.openapi;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** A document of random paths, servers and references, in JSON or YAML, and the routes that it tells. */
final class RandomOpenApi {

    private static final List<String> METHODS =
            List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
    private static final List<String> PREFIXES = List.of("", "/v1", "/api/v2");
    private static final List<String> URLS = List.of("https://h:1", "{scheme}://{host}.example.com", "");

    private final Random random;
    private final Map<String, String> files = new LinkedHashMap<>();
    private final Map<String, String> common = new LinkedHashMap<>();
    private final Map<String, String> paths = new LinkedHashMap<>();
    private final SortedSet<String> expected = new TreeSet<>();
    private final List<String> root;

    RandomOpenApi(long seed) {
        this.random = new Random(seed);
        this.root = random.nextBoolean() ? prefixes() : List.of();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            path("/p" + i + (random.nextBoolean() ? "" : "/{id}"));
        }
    }

    private List<String> prefixes() {
        return random.ints(1 + random.nextInt(2), 0, PREFIXES.size())
                .mapToObj(PREFIXES::get)
                .toList();
    }

    private void path(String path) {
        List<String> own = random.nextInt(3) == 0 ? prefixes() : List.of();
        List<String> fields = new ArrayList<>(List.of("\"summary\": \"get put\"", "\"x-y\": {\"get\": {}}"));
        if (!own.isEmpty()) {
            fields.add(servers(own));
        }
        for (String method : METHODS) {
            if (random.nextInt(3) == 0) {
                List<String> ofOperation = random.nextInt(4) == 0 ? prefixes() : List.of();
                fields.add("\"" + method + "\": {" + (ofOperation.isEmpty() ? "" : servers(ofOperation)) + "}");
                List<List<String>> levels = List.of(ofOperation, own, root, List.of(""));
                levels.stream()
                        .filter(level -> !level.isEmpty())
                        .findFirst()
                        .orElseThrow()
                        .forEach(prefix -> expected.add(method.toUpperCase(Locale.ROOT) + " " + prefix + path));
            }
        }
        String item = mapping(fields);
        for (int hops = random.nextInt(3); hops > 0; hops--) {
            String name = "i" + (files.size() + common.size());
            if (random.nextBoolean()) {
                common.put(name + "/~", item);
                item = "{\"$ref\": \"api.yaml#/x-common/" + name + "~1~0\"}";
            } else {
                files.put(
                        "more/" + name + ".json",
                        item.replace("\"api.yaml#", "\"../api.yaml#").replace("\"more/", "\""));
                item = "{\"$ref\": \"more/" + name + ".json\"}";
            }
        }
        paths.put(path, item);
    }

    private String servers(List<String> prefixes) {
        return prefixes.stream()
                .map(prefix -> "{\"url\": \""
                        + (prefix.isEmpty() ? "/" : URLS.get(random.nextInt(URLS.size())) + prefix) + "\"}")
                .collect(Collectors.joining(", ", "\"servers\": [", "]"));
    }

    private String mapping(List<String> fields) {
        List<String> shuffled = new ArrayList<>(fields);
        Collections.shuffle(shuffled, random);
        return shuffled.stream().collect(Collectors.joining(random.nextBoolean() ? ", " : ",\n    ", "{", "}"));
    }

    private static List<String> entries(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\": " + entry.getValue())
                .toList();
    }

    /** The files by name; the document is {@code api.yaml}. Each time in another order. */
    Map<String, String> files() {
        List<String> fields = new ArrayList<>(List.of(
                "\"openapi\": \"3.0.1\"",
                "\"paths\": " + mapping(entries(paths)),
                "\"x-common\": " + mapping(entries(common))));
        if (!root.isEmpty()) {
            fields.add(servers(root));
        }
        String document = random.nextBoolean() ? mapping(fields) : String.join("\n", fields) + "\n";
        Map<String, String> all = new LinkedHashMap<>(files);
        all.put("api.yaml", document);
        return all;
    }

    /** Method and path of every route. */
    SortedSet<String> expected() {
        return expected;
    }

    /** One of the files with a few characters changed, and bits of documents put in. */
    Map<String, String> damaged() {
        List<String> bits = List.of(
                "$ref",
                "\"",
                "{",
                "}",
                "#/",
                ":",
                "..",
                "\n",
                "- ",
                "*a",
                "&a ",
                "<<: ",
                "null",
                "paths",
                "servers",
                "variables",
                "\u0000",
                "\ud83d\ude80",
                "[",
                "]",
                ",",
                "/",
                "3.1.0",
                "swagger",
                "get",
                " ",
                "%");
        Map<String, String> all = files();
        String file = List.copyOf(all.keySet()).get(random.nextInt(all.size()));
        StringBuilder damaged = new StringBuilder(all.get(file));
        for (int i = random.nextInt(2); i >= 0; i--) {
            int at = random.nextInt(damaged.length() + 1);
            int end = Math.min(damaged.length(), at + random.nextInt(6));
            damaged.replace(at, random.nextBoolean() ? at : end, bits.get(random.nextInt(bits.size())));
        }
        return Map.of(file, damaged.toString());
    }
}
