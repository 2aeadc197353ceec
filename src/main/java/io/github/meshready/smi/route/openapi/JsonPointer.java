package io.github.meshready.smi.route.openapi;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Finds a value in a document by the fragment of a reference (RFC 6901, section 6).
 *
 * @param tokens the keys and indexes on the way, decoded
 */
record JsonPointer(List<String> tokens) {

    /**
     * Reads a fragment.
     *
     * @return nothing if it is no pointer but, say, the name of an anchor
     */
    static Optional<JsonPointer> of(String fragment) {
        if (fragment.isEmpty()) {
            return Optional.of(new JsonPointer(List.of()));
        }
        if (!fragment.startsWith("/")) {
            return Optional.empty();
        }
        return PercentText.decoded(fragment)
                .map(text -> new JsonPointer(Arrays.stream(text.substring(1).split("/", -1))
                        .map(token -> token.replace("~1", "/").replace("~0", "~"))
                        .toList()));
    }

    /** The value in a document; nothing if there is none. */
    Optional<Part> in(OpenApiFile file) {
        Optional<Part> part = Optional.of(file.root());
        for (String token : tokens) {
            part = part.flatMap(each -> step(each, token));
        }
        return part;
    }

    private static Optional<Part> step(Part part, String token) {
        if (part.isMapping()) {
            return part.get(token);
        }
        List<Part> items = part.items();
        boolean number =
                !token.isEmpty() && token.length() < 10 && token.chars().allMatch(c -> c >= '0' && c <= '9');
        return number && Integer.parseInt(token) < items.size()
                ? Optional.of(items.get(Integer.parseInt(token)))
                : Optional.empty();
    }
}
