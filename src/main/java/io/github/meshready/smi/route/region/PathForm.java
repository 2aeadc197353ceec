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

    /** What is taken for an expression where policies are read; longer ones are for machines alone. */
    private static final int MAX_LENGTH = 512;

    private static final Regex START = new Regex.Anchor(true);
    private static final Regex END = new Regex.Anchor(false);

    private final boolean wholeText;
    private final boolean limited;

    PathForm(Dialect dialect) {
        this.wholeText = dialect.matchesWholeText();
        this.limited = dialect.usesEnvoy();
    }

    String text(Regex paths) {
        return RegexText.of(anchored(paths));
    }

    /** An expression for whole values of a header: FSM's proxies look for a match anywhere in these, too. */
    String header(String value) {
        return wholeText ? value : "^(?:" + value + ")$";
    }

    /** Whether proxies take it, and it is not too long to be read again. */
    boolean fits(Regex paths) {
        return text(paths).length() <= MAX_LENGTH
                && (!limited || ProgramSize.of(anchored(paths)) <= ProgramSize.BUDGET);
    }

    private Regex anchored(Regex paths) {
        if (wholeText) {
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
