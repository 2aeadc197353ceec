package io.github.meshready.smi.route;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.regex.Automaton;
import io.github.meshready.smi.route.regex.CharSet;
import io.github.meshready.smi.route.regex.Comparison;
import io.github.meshready.smi.route.regex.Elimination;
import io.github.meshready.smi.route.regex.Language;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.RegexException;
import io.github.meshready.smi.route.regex.RegexReader;
import java.util.ArrayList;
import java.util.List;

/**
 * An expression that a framework compares a variable with, as Java reads it, made one for the text that is sent. Only a part of Java's
 * syntax is translated: that which means the same to RE2, about characters that are sent as they are.
 */
final class VariableText {

    private static final CharSet ENCODED = CharSet.of("%0123456789abcdefABCDEF");

    private VariableText() {}

    /** @return the texts that it may be, without slashes and never empty */
    static Regex of(String expression) throws RegexException {
        Regex regex = translated(new RegexReader(expression).read(), false);
        Automaton texts = Automaton.of(regex).orElseThrow(VariableText::tooLarge);
        if (!texts.matches("")) {
            return regex;
        }
        return Elimination.regex(texts.minus(Automaton.ofTexts(List.of("")))).orElseThrow(VariableText::tooLarge);
    }

    /** Whether the expression, read as Java does, matches texts with slashes; not of one that cannot be told. */
    static boolean canHaveSlash(String expression) {
        Regex slash = Regex.sequence(everything(), Regex.text("/"), everything());
        return Language.of(expression)
                .map(texts -> texts.overlap(Language.of(slash).orElseThrow()))
                .filter(Comparison::isNone)
                .isEmpty();
    }

    private static Regex everything() {
        return Regex.star(Regex.chars(CharSet.ALL));
    }

    private static RegexException tooLarge() {
        return new RegexException("it is too large, or matches the empty text only");
    }

    private static Regex translated(Regex regex, boolean anyNumber) throws RegexException {
        if (regex instanceof Regex.Chars chars) {
            return Regex.chars(sent(chars.set(), anyNumber));
        }
        if (regex instanceof Regex.Repeat repeat) {
            boolean unbounded = repeat.max() == Regex.Repeat.UNBOUNDED && repeat.item() instanceof Regex.Chars;
            return new Regex.Repeat(translated(repeat.item(), unbounded), repeat.min(), repeat.max());
        }
        if (regex instanceof Regex.Group group) {
            return translated(group.item(), anyNumber);
        }
        if (regex instanceof Regex.Anchor) {
            return Regex.EMPTY;
        }
        List<Regex> items =
                regex instanceof Regex.Sequence sequence ? sequence.items() : ((Regex.Choice) regex).options();
        List<Regex> all = new ArrayList<>();
        for (Regex item : items) {
            all.add(translated(item, false));
        }
        return regex instanceof Regex.Sequence ? Regex.sequence(all) : Regex.choice(all);
    }

    /** A class that has everything that percent-encoding consists of stands for encoded characters as well, in any number. */
    private static CharSet sent(CharSet set, boolean anyNumber) throws RegexException {
        CharSet wanted = set.minus(CharSet.of('/'));
        if (WireText.PLAIN.containsAll(wanted) && !wanted.isEmpty()) {
            return wanted;
        }
        if (anyNumber && wanted.containsAll(ENCODED)) {
            return wanted.and(WireText.SEGMENT);
        }
        throw new RegexException("it asks for characters that are percent-encoded when they are sent");
    }

    /** Why an expression is not translated, in words. */
    static String reason(String variable, String expression, RegexException e) {
        return "the expression " + Printable.text(expression) + " of {" + Printable.text(variable)
                + "} is not translated, so any text is let in: " + e.getMessage();
    }
}
