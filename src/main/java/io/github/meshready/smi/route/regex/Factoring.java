package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Anchor;
import io.github.meshready.smi.route.regex.Regex.Chars;
import io.github.meshready.smi.route.regex.Regex.Choice;
import io.github.meshready.smi.route.regex.Regex.Group;
import io.github.meshready.smi.route.regex.Regex.Repeat;
import io.github.meshready.smi.route.regex.Regex.Sequence;
import java.util.ArrayList;
import java.util.List;

/**
 * What RE2 makes of alternatives before it compiles them: starts that they share are taken out of the brackets, and characters next to each
 * other become one set (re2, parse.cc FactorAlternation).
 */
final class Factoring {

    private Factoring() {}

    static Regex factored(Regex regex) {
        if (regex instanceof Choice choice) {
            return alternatives(
                    choice.options().stream().map(Factoring::factored).toList());
        }
        if (regex instanceof Sequence sequence) {
            return new Sequence(unfolded(sequence.items()));
        }
        if (regex instanceof Repeat repeat) {
            return Repetition.once(factored(repeat.item()), repeat);
        }
        return regex instanceof Group group ? new Group(factored(group.item())) : regex;
    }

    /** A sequence inside another one stands apart: its text does not continue the text before it. */
    private static List<Regex> unfolded(List<Regex> items) {
        List<Regex> all = new ArrayList<>();
        for (Regex item : items) {
            Regex factored = factored(item);
            boolean apart = factored instanceof Sequence sequence
                    && !sequence.items().stream().allMatch(Factoring::isLetter);
            if (apart) {
                all.add(Regex.EMPTY);
            }
            all.addAll(items(factored));
            if (apart) {
                all.add(Regex.EMPTY);
            }
        }
        return all;
    }

    private static Regex alternatives(List<Regex> options) {
        List<Regex> left = joined(sharingStart(sharingText(options)));
        return left.size() == 1 ? left.get(0) : new Choice(left);
    }

    /** Runs of options that start with the same text. */
    private static List<Regex> sharingText(List<Regex> options) {
        List<Regex> result = new ArrayList<>();
        int start = 0;
        List<Regex> shared = List.of();
        for (int i = 0; i <= options.size(); i++) {
            List<Regex> text = i < options.size() ? leadingText(options.get(i)) : List.of();
            int same = common(shared, text);
            if (i > start && same > 0) {
                shared = shared.subList(0, same);
                continue;
            }
            addRun(result, options.subList(start, i), shared);
            start = i;
            shared = text;
        }
        return result;
    }

    private static int common(List<Regex> one, List<Regex> other) {
        int same = 0;
        while (same < one.size() && same < other.size() && one.get(same).equals(other.get(same))) {
            same++;
        }
        return same;
    }

    /** Runs of options that start with the same class, or the same fixed number of the same characters. */
    private static List<Regex> sharingStart(List<Regex> options) {
        List<Regex> result = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= options.size(); i++) {
            List<Regex> first = items(options.get(start));
            boolean same = i < options.size()
                    && !first.isEmpty()
                    && isSimple(first.get(0))
                    && !items(options.get(i)).isEmpty()
                    && first.get(0).equals(items(options.get(i)).get(0));
            if (!same) {
                addRun(result, options.subList(start, i), first.isEmpty() ? List.of() : first.subList(0, 1));
                start = i;
            }
        }
        return result;
    }

    private static boolean isSimple(Regex first) {
        return first instanceof Anchor
                || first instanceof Chars chars && chars.set().size() > 1
                || first instanceof Repeat repeat && repeat.min() == repeat.max() && repeat.item() instanceof Chars;
    }

    private static void addRun(List<Regex> result, List<Regex> run, List<Regex> shared) {
        if (run.size() < 2) {
            result.addAll(run);
            return;
        }
        List<Regex> rests = run.stream()
                .map(option -> {
                    List<Regex> rest =
                            items(option).subList(shared.size(), items(option).size());
                    return rest.size() == 1 ? rest.get(0) : new Sequence(rest);
                })
                .toList();
        List<Regex> factored = new ArrayList<>(shared);
        factored.add(alternatives(rests));
        result.add(new Sequence(factored));
    }

    /** Runs of single characters and classes. */
    private static List<Regex> joined(List<Regex> options) {
        List<Regex> result = new ArrayList<>();
        for (Regex option : options) {
            int last = result.size() - 1;
            if (option instanceof Chars chars && last >= 0 && result.get(last) instanceof Chars before) {
                result.set(last, new Chars(before.set().or(chars.set())));
            } else {
                result.add(option);
            }
        }
        return result;
    }

    private static List<Regex> leadingText(Regex option) {
        List<Regex> items = items(option);
        int end = 0;
        while (end < items.size() && isLetter(items.get(end))) {
            end++;
        }
        return items.subList(0, end);
    }

    static boolean isLetter(Regex item) {
        return item instanceof Chars chars && chars.set().size() == 1;
    }

    private static List<Regex> items(Regex option) {
        return option instanceof Sequence sequence ? sequence.items() : List.of(option);
    }
}
