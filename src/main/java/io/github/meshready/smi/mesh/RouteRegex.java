package io.github.meshready.smi.mesh;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.github.meshready.smi.route.regex.ProgramSize;
import java.util.Optional;

/**
 * A regular expression of a route, as the proxy's RE2 takes it: it has to match the whole text. What is too large to
 * compile in bounded time counts as none, and so does what RE2 does not know.
 */
public final class RouteRegex {

    private static final int MAX_LENGTH = 512;
    private static final long MAX_REPETITION = 1000;

    private final String text;
    private final Pattern pattern;

    private RouteRegex(String text, Pattern pattern) {
        this.text = text;
        this.pattern = pattern;
    }

    /** Compiles an expression; empty if the proxy would refuse it. */
    public static Optional<RouteRegex> of(String regex) {
        if (regex.length() > MAX_LENGTH || repetition(regex) > MAX_REPETITION) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RouteRegex(regex, Pattern.compile(regex, Pattern.DOTALL)));
        } catch (PatternSyntaxException e) {
            return Optional.empty(); // not RE2: the proxy refuses it as well
        }
    }

    /**
     * How large it is once compiled, as the proxies' RE2 counts it; of an expression with what is seldom seen in routes, as another
     * implementation does, which differs.
     */
    public int programSize() {
        return ProgramSize.of(text).orElseGet(pattern::programSize);
    }

    /** Whether it matches the whole of a text. */
    public boolean matches(String text) {
        return pattern.matches(text);
    }

    /** Whether it matches some part of a text. */
    boolean isIn(String text) {
        return pattern.matcher(text).find();
    }

    /** The largest product of counts in braces inside each other: how often the innermost part is copied. */
    static long repetition(String regex) {
        long[] inner = new long[regex.length() + 2];
        int depth = 0;
        inner[0] = 1;
        long last = 1;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '(' -> inner[++depth] = 1;
                case ')' -> {
                    last = inner[depth];
                    depth = Math.max(0, depth - 1);
                    inner[depth] = Math.max(inner[depth], last);
                    continue;
                }
                case '{' -> {
                    long product = last * largestCount(regex, i);
                    inner[depth] = Math.max(inner[depth], Math.min(product, MAX_REPETITION + 1));
                }
                default -> {}
            }
            last = 1;
        }
        return inner[0] == 1 && depth > 0 ? inner[depth] : inner[0];
    }

    /** The larger number in {@code {m,n}}; 1 if the brace opens no count. */
    private static long largestCount(String regex, int brace) {
        long largest = 1;
        long number = 0;
        for (int i = brace + 1; i < regex.length(); i++) {
            char c = regex.charAt(i);
            if (c >= '0' && c <= '9') {
                number = Math.min(number * 10 + (c - '0'), MAX_REPETITION + 1);
            } else if (c == ',' || c == '}') {
                largest = Math.max(largest, number);
                number = 0;
                if (c == '}') {
                    return largest;
                }
            } else {
                return 1;
            }
        }
        return 1;
    }
}
