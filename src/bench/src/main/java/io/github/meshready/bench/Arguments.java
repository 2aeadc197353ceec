package io.github.meshready.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Options, each a name and a value behind it; those that are not given have their default. */
public final class Arguments {

    private final Map<String, String> values;

    /**
     * @param defaults every option there is, with what holds if it is not given
     * @throws UsageException if there is no such option, or no value behind it
     */
    public Arguments(Map<String, String> defaults, String... given) {
        values = new LinkedHashMap<>(defaults);
        for (int i = 0; i < given.length; i += 2) {
            if (i + 1 == given.length || values.put(given[i], given[i + 1]) == null) {
                throw new UsageException("options and their defaults: " + defaults);
            }
        }
    }

    public String text(String option) {
        return values.get(option);
    }

    /** @throws UsageException if the value is no whole number */
    public int number(String option) {
        return number(option, text(option));
    }

    /** @throws UsageException if one of the values between commas is no whole number */
    public List<Integer> numbers(String option) {
        return list(option).stream().map(each -> number(option, each)).toList();
    }

    /** The values between commas. */
    public List<String> list(String option) {
        return split(option, ",");
    }

    /** The values between blanks. */
    public List<String> words(String option) {
        return split(option, " +");
    }

    private List<String> split(String option, String separator) {
        return Stream.of(text(option).split(separator))
                .filter(each -> !each.isEmpty())
                .toList();
    }

    private static int number(String option, String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new UsageException(option + " takes whole numbers, not " + text);
        }
    }
}
