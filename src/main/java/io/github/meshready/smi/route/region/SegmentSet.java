package io.github.meshready.smi.route.region;

import io.github.meshready.smi.route.WireText;
import io.github.meshready.smi.route.regex.Automaton;
import io.github.meshready.smi.route.regex.Elimination;
import io.github.meshready.smi.route.regex.Regex;
import io.github.meshready.smi.route.regex.RegexText;
import java.util.Optional;

/** Texts between two slashes. */
sealed interface SegmentSet {

    /** Any text, the empty one among them. */
    SegmentSet ANYTHING = new Whole(WireText.ANY_OR_EMPTY, "any");

    /** What tells it apart from other sets; two sets with one key have the same texts. */
    String key();

    /** An expression for it; empty if that would be too large. */
    Optional<Regex> regex();

    /** How it is called in names. */
    String label();

    /** One text. */
    record Fixed(String text) implements SegmentSet {

        @Override
        public String key() {
            return RegexText.of(Regex.text(text));
        }

        @Override
        public Optional<Regex> regex() {
            return Optional.of(Regex.text(text));
        }

        @Override
        public String label() {
            return text;
        }
    }

    /** What a template says, all of it. */
    record Whole(Regex meant, String label) implements SegmentSet {

        @Override
        public String key() {
            return RegexText.of(meant);
        }

        @Override
        public Optional<Regex> regex() {
            return Optional.of(meant);
        }
    }

    /**
     * What templates say without what others say.
     *
     * @param key what it is made of
     * @param whole what it was before something was taken away
     */
    record Carved(Automaton texts, String key, Regex whole, String label, Optional<Regex> regex) implements SegmentSet {

        static Carved of(Automaton texts, String key, Regex whole, String label) {
            return new Carved(texts, key, whole, label, Elimination.regex(texts));
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Carved carved && key.equals(carved.key) && label.equals(carved.label);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }
}
