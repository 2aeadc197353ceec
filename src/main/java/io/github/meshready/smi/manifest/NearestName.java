package io.github.meshready.smi.manifest;

import java.util.Collection;
import java.util.Comparator;

/** Finds what somebody probably meant by a name that does not exist. */
public final class NearestName {

    private NearestName() {}

    /** {@code ; did you mean x?}: the most similar of these names; nothing if none is similar. */
    public static String hint(String wanted, Collection<String> names) {
        int limit = Math.max(1, wanted.length() / 4);
        return names.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
                .filter(name -> distance(wanted, name) <= limit)
                .min(Comparator.comparing((String name) -> distance(wanted, name))
                        .thenComparing(name -> name))
                .map(NearestName::question)
                .orElse("");
    }

    /** The words of a hint. */
    public static String question(String name) {
        return "; did you mean " + name + "?";
    }

    /** How many characters to change, add or drop to make one text the other (Levenshtein). */
    public static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
