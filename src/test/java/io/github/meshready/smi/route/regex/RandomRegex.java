package io.github.meshready.smi.route.regex;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random expressions of few characters, so that they often have texts in common, and random texts of the same. */
final class RandomRegex {

    private static final String[] ATOMS = {
        "a", "b", "/", "\\.", "[ab]", "[^/]", ".", "[a-c/]", "\\d", "0", "[^ab]", "ab"
    };
    private static final String[] COUNTS = {"", "", "", "*", "+", "?", "{2}", "{1,2}", "{0,2}", "{2,}", "*?"};
    private static final String LETTERS = "ab/.0c-é";

    private final Random random;

    RandomRegex(long seed) {
        this.random = new Random(seed);
    }

    String regex() {
        return regex(2);
    }

    private String regex(int depth) {
        StringBuilder regex = new StringBuilder();
        int options = 1 + random.nextInt(depth == 2 ? 2 : 3);
        for (int i = 0; i < options; i++) {
            regex.append(i > 0 ? "|" : "");
            for (int items = random.nextInt(4); items >= 0; items--) {
                regex.append(item(depth));
            }
        }
        return regex.toString();
    }

    private String item(int depth) {
        String count = COUNTS[random.nextInt(COUNTS.length)];
        boolean group = depth > 0 && random.nextInt(4) == 0;
        if (group) {
            return (random.nextBoolean() ? "(" : "(?:") + regex(depth - 1) + ")" + count;
        }
        return ATOMS[random.nextInt(ATOMS.length)] + count;
    }

    List<String> texts(int count) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(6); length > 0; length--) {
                text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
            }
            texts.add(text.toString());
        }
        return texts;
    }
}
