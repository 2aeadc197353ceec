package io.github.meshready.smi.route.regex;

import java.util.List;

/** The text that everything starts with that an expression matches. */
final class Start {

    private Start() {}

    static String of(Regex regex) {
        StringBuilder start = new StringBuilder();
        List<Regex> items = regex instanceof Regex.Sequence sequence ? sequence.items() : List.of(regex);
        for (Regex item : items) {
            boolean isLetter = item instanceof Regex.Chars chars
                    && chars.set().size() == 1
                    && !chars.set().beyond();
            if (isLetter) {
                start.append((char) ((Regex.Chars) item).set().first());
            } else if (!(item instanceof Regex.Anchor)) {
                break;
            }
        }
        return start.toString();
    }
}
