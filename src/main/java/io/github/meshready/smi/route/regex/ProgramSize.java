package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Anchor;
import io.github.meshready.smi.route.regex.Regex.Choice;
import io.github.meshready.smi.route.regex.Regex.Group;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import io.github.meshready.smi.route.regex.Regex.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * How many instructions RE2 compiles an expression to, as Envoy counts them: over 100 it refuses the route configuration (Envoy,
 * source/common/common/regex.cc). It follows re2 of 2022-06 (compile.cc, prog.cc Flatten); its figures are those of that library,
 * unless repetitions of one thing follow each other, which RE2 joins: then the figure may be too high.
 */
public final class ProgramSize {

    /** Envoy's limit; the mesh sets no other (OSM v1.2.4, pkg/envoy/bootstrap). */
    public static final int LIMIT = 100;

    /** What is written stays below this: other versions of RE2 may count a little more. */
    public static final int BUDGET = 95;

    /** Beyond this it is too large whatever the exact figure. */
    private static final int MAX_INSTRUCTIONS = 20_000;

    private ProgramSize() {}

    /** The size; {@link Integer#MAX_VALUE} where it is far beyond every limit. */
    public static int of(Regex regex) {
        if (instructions(regex) > MAX_INSTRUCTIONS) {
            return Integer.MAX_VALUE;
        }
        List<Regex> items = new ArrayList<>();
        Regex factored = Factoring.factored(regex);
        items.addAll(factored instanceof Sequence sequence ? sequence.items() : List.of(factored));
        boolean startAnchored = items.size() > 1 && items.get(0).equals(new Anchor(true));
        boolean startsWithText = startAnchored && Factoring.isLetter(items.get(1));
        if (startsWithText) {
            items.remove(0);
            while (!items.isEmpty() && Factoring.isLetter(items.get(0))) {
                items.remove(0); // compared as text, not compiled (re2, regexp.cc RequiredPrefix)
            }
        } else if (!items.isEmpty() && items.get(0).equals(new Anchor(true))) {
            items.remove(0);
            startAnchored = true;
        }
        if (!items.isEmpty() && items.get(items.size() - 1).equals(new Anchor(false))) {
            items.remove(items.size() - 1);
        }
        Compiler compiler = new Compiler();
        int start = compiler.compile(new Sequence(items));
        boolean searches = startsWithText || !startAnchored;
        int searchStart = searches ? compiler.searchBefore(start) : start;
        return new FlatProgram(compiler.instructions(), start, searchStart).size();
    }

    /** The size of an expression; empty if it is outside of what is understood here. */
    public static OptionalInt of(String regex) {
        return Regex.of(regex).map(read -> OptionalInt.of(of(read))).orElse(OptionalInt.empty());
    }

    /** About how many instructions there are before they are laid out; an upper bound that costs nothing to find. */
    private static long instructions(Regex regex) {
        long count = 8;
        if (regex instanceof Sequence sequence) {
            count += sequence.items().stream()
                    .mapToLong(ProgramSize::instructions)
                    .sum();
        } else if (regex instanceof Choice choice) {
            count += choice.options().stream()
                    .mapToLong(ProgramSize::instructions)
                    .sum();
        } else if (regex instanceof Group group) {
            count += instructions(group.item());
        } else if (regex instanceof Repeat repeat) {
            count += instructions(repeat.item()) * Math.max(1, Math.max(repeat.min(), repeat.max()));
        }
        return Math.min(count, Integer.MAX_VALUE);
    }
}
