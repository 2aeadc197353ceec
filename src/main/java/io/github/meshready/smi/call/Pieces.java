package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.List;

/** Takes a text apart where some characters stand, as {@code text.split("[characters]+")} does, but without an expression. */
final class Pieces {

    /** The white space of expressions, {@code \\s}. */
    static final String BLANKS = " \t\n\u000B\f\r";

    private Pieces() {}

    /** The first may be empty; if nothing is left, there is none. */
    static List<String> of(String text, String separators) {
        List<String> pieces = new ArrayList<>();
        int start = 0;
        int end = 0;
        while (end < text.length()) {
            if (separators.indexOf(text.charAt(end)) < 0) {
                end++;
                continue;
            }
            pieces.add(text.substring(start, end));
            while (end < text.length() && separators.indexOf(text.charAt(end)) >= 0) {
                end++;
            }
            start = end;
        }
        if (start < text.length() || text.isEmpty()) {
            pieces.add(text.substring(start));
        }
        boolean nothing = pieces.size() == 1 && pieces.get(0).isEmpty() && !text.isEmpty();
        return nothing ? List.of() : pieces;
    }
}
