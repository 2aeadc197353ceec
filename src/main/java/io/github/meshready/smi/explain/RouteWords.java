package io.github.meshready.smi.explain;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.policy.HttpMatch;

/** A route in words. */
final class RouteWords {

    private RouteWords() {}

    /** Such as {@code match books (GET /books, header client-app: web)}. */
    static String of(Route route) {
        HttpMatch match = route.match();
        StringBuilder words = new StringBuilder("match " + Printable.text(match.name()) + " (");
        words.append(match.methods().isEmpty() ? HttpMatch.ANY_METHOD : String.join(",", match.methods()))
                .append(' ')
                .append(Printable.text(match.effectivePath()));
        match.headers()
                .all()
                .forEach((name, value) -> words.append(", header ")
                        .append(Printable.text(name))
                        .append(": ")
                        .append(Printable.text(value)));
        return words.append(')').toString();
    }
}
