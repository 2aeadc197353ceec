package io.github.meshready.smi.route.regex;

import io.github.meshready.smi.route.regex.Regex.Anchor;
import io.github.meshready.smi.route.regex.Regex.Choice;
import io.github.meshready.smi.route.regex.Regex.Sequence;
import java.util.ArrayList;
import java.util.List;

/** Makes of an expression that may match a part of a text one for the whole text. */
final class Unanchored {

    private static final Regex ANYTHING = Regex.star(Regex.chars(CharSet.ALL));

    private Unanchored() {}

    static Regex of(Regex regex) {
        List<Regex> options = regex instanceof Choice choice ? choice.options() : List.of(regex);
        return Regex.choice(options.stream().map(Unanchored::whole).toList());
    }

    private static Regex whole(Regex option) {
        List<Regex> items = option instanceof Sequence sequence ? sequence.items() : List.of(option);
        List<Regex> whole = new ArrayList<>(items);
        if (!items.contains(new Anchor(true))) {
            whole.add(0, ANYTHING);
        }
        if (!items.contains(new Anchor(false))) {
            whole.add(ANYTHING);
        }
        return new Sequence(
                whole.stream().filter(item -> !(item instanceof Anchor)).toList());
    }
}
