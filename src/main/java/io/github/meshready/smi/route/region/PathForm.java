package io.github.meshready.smi.route.region;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.route.regex.CharSet;
import io.github.meshready.smi.route.regex.ProgramSize;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.RegexText;
import java.util.List;

/**
 * How a mesh is told paths. OSM's proxies compare the whole path without its query, and take expressions of limited size (Envoy,
 * re2.max_program_size.error_level); FSM's look for a match anywhere in path and query (fsm, pkg/sidecar/v1/providers/pipy
 * inbound-http-routing.js). What is written has anchors, which one needs and the other counts as nothing but a cheaper start.
 */
final class PathForm {

    private static final Regex START = new Regex.Anchor(true);
    private static final Regex END = new Regex.Anchor(false);

    private final boolean wholePath;
    private final boolean limited;

    PathForm(Dialect dialect) {
        this.wholePath = dialect.matchesWholeText();
        this.limited = dialect.usesEnvoy();
    }

    String text(Regex paths) {
        return RegexText.of(anchored(paths));
    }

    /** Whether proxies take it. */
    boolean fits(Regex paths) {
        return !limited || ProgramSize.of(anchored(paths)) <= ProgramSize.BUDGET;
    }

    private Regex anchored(Regex paths) {
        if (wholePath) {
            return Regex.sequence(START, paths, END);
        }
        Regex query = new Regex.Repeat(
                new Regex.Group(Regex.sequence(Regex.text("?"), Regex.star(Regex.chars(CharSet.ALL)))), 0, 1);
        return Regex.sequence(START, withoutQuery(paths), query, END);
    }

    /** The same for paths without a question mark; there are no others in front of a query. */
    private static Regex withoutQuery(Regex regex) {
        if (regex instanceof Regex.Chars chars) {
            return Regex.chars(chars.set().minus(CharSet.of('?')));
        }
        if (regex instanceof Regex.Repeat repeat) {
            return new Regex.Repeat(withoutQuery(repeat.item()), repeat.min(), repeat.max());
        }
        if (regex instanceof Regex.Choice choice) {
            return Regex.choice(all(choice.options()));
        }
        return regex instanceof Regex.Sequence sequence ? Regex.sequence(all(sequence.items())) : regex;
    }

    private static List<Regex> all(List<Regex> items) {
        return items.stream().map(PathForm::withoutQuery).toList();
    }
}
