package io.github.meshready.smi.manifest;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What kubectl makes of a scalar. Plain scalars follow the rules of Go's YAML reader as kubectl uses it
 * (sigs.k8s.io/yaml over go-yaml v2, resolve.go), which differ from YAML 1.2 and from every Java parser: {@code y} is
 * a boolean, {@code 0777} is octal, {@code 08} is the number 8, {@code 1_000} is 1000.
 */
public enum ScalarType {
    TEXT,
    NULL,
    BOOLEAN,
    INTEGER,
    FLOAT,
    /** Tagged {@code !!binary}: bytes in base 64, never a name or a number. */
    BINARY;

    private static final Map<String, ScalarType> WORDS = Map.ofEntries(
            Map.entry("", NULL),
            Map.entry("~", NULL),
            Map.entry("null", NULL),
            Map.entry("Null", NULL),
            Map.entry("NULL", NULL),
            Map.entry("y", BOOLEAN),
            Map.entry("Y", BOOLEAN),
            Map.entry("yes", BOOLEAN),
            Map.entry("Yes", BOOLEAN),
            Map.entry("YES", BOOLEAN),
            Map.entry("true", BOOLEAN),
            Map.entry("True", BOOLEAN),
            Map.entry("TRUE", BOOLEAN),
            Map.entry("on", BOOLEAN),
            Map.entry("On", BOOLEAN),
            Map.entry("ON", BOOLEAN),
            Map.entry("n", BOOLEAN),
            Map.entry("N", BOOLEAN),
            Map.entry("no", BOOLEAN),
            Map.entry("No", BOOLEAN),
            Map.entry("NO", BOOLEAN),
            Map.entry("false", BOOLEAN),
            Map.entry("False", BOOLEAN),
            Map.entry("FALSE", BOOLEAN),
            Map.entry("off", BOOLEAN),
            Map.entry("Off", BOOLEAN),
            Map.entry("OFF", BOOLEAN),
            Map.entry(".nan", FLOAT),
            Map.entry(".NaN", FLOAT),
            Map.entry(".NAN", FLOAT),
            Map.entry(".inf", FLOAT),
            Map.entry(".Inf", FLOAT),
            Map.entry(".INF", FLOAT),
            Map.entry("+.inf", FLOAT),
            Map.entry("+.Inf", FLOAT),
            Map.entry("+.INF", FLOAT),
            Map.entry("-.inf", FLOAT),
            Map.entry("-.Inf", FLOAT),
            Map.entry("-.INF", FLOAT));

    private static final int LONGEST_WORD = 5;

    /** What a number can hold besides decimal digits: signs, the digits of base 16, the letters in front of a base. */
    private static final String IN_NUMBERS = "+-._abcdefABCDEFxXoO";

    /** So many digits make a number of 64 bits, whatever they are. */
    private static final int SURE_DIGITS = 18;

    private static final Set<String> TRUE = Set.of("y", "yes", "true", "on");

    private static final Pattern FLOAT_FORM = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");

    /** The type of a scalar that stands without quotes and without a tag. */
    public static ScalarType ofPlain(String text) {
        ScalarType word = text.length() <= LONGEST_WORD ? WORDS.get(text) : null;
        if (word != null) {
            return word;
        }
        char first = text.charAt(0);
        boolean numeric = first >= '0' && first <= '9' || first == '.' || first == '+' || first == '-';
        return numeric ? ofNumeric(text, first) : TEXT;
    }

    private static ScalarType ofNumeric(String text, char first) {
        boolean digitsOnly = first != '0' && text.length() <= SURE_DIGITS;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9') {
                digitsOnly = false;
                if (IN_NUMBERS.indexOf(c) < 0) {
                    return TEXT;
                }
            }
        }
        return digitsOnly ? INTEGER : ofSpelled(text, first);
    }

    private static ScalarType ofSpelled(String text, char first) {
        String digits = first == '.' ? text : text.replace("_", "");
        if (first != '.' && (integer(digits).isPresent() || isUnsigned64(digits))) {
            return INTEGER;
        }
        return isFiniteFloat(digits) ? FLOAT : TEXT;
    }

    /** Whether a {@link #BOOLEAN} is true. */
    public static boolean isTrue(String plainText) {
        return TRUE.contains(plainText.toLowerCase(Locale.ROOT));
    }

    /** Whether a {@link #FLOAT} is a number, rather than infinite or none. */
    static boolean isFinite(String plainText) {
        return isFiniteFloat(plainText.replace("_", ""));
    }

    /** The value of a plain scalar that is an {@link #INTEGER} and fits 64 bits; else empty. */
    public static OptionalLong integerOf(String plainText) {
        return integer(plainText.replace("_", ""));
    }

    /** Go's {@code strconv.ParseInt(text, 0, 64)}, and go-yaml's own binary form. */
    private static OptionalLong integer(String text) {
        boolean negative = text.startsWith("-");
        String magnitude = negative || text.startsWith("+") ? text.substring(1) : text;
        int radix = radix(magnitude);
        String digits = magnitude.substring(prefixLength(magnitude));
        if (digits.isEmpty() || Character.digit(digits.charAt(0), radix) < 0) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(negative ? "-" + digits : digits, radix));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    private static boolean isUnsigned64(String text) {
        String digits = text.substring(prefixLength(text));
        if (digits.isEmpty() || Character.digit(digits.charAt(0), radix(text)) < 0) {
            return false;
        }
        try {
            Long.parseUnsignedLong(digits, radix(text));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static boolean isFiniteFloat(String text) {
        return FLOAT_FORM.matcher(text).matches() && Double.isFinite(Double.parseDouble(text));
    }

    private static int radix(String magnitude) {
        if (magnitude.length() < 2 || magnitude.charAt(0) != '0') {
            return 10;
        }
        return switch (magnitude.charAt(1)) {
            case 'x', 'X' -> 16;
            case 'b', 'B' -> 2;
            default -> 8;
        };
    }

    private static int prefixLength(String magnitude) {
        if (magnitude.length() < 2 || magnitude.charAt(0) != '0') {
            return 0;
        }
        return switch (magnitude.charAt(1)) {
            case 'x', 'X', 'b', 'B', 'o', 'O' -> 2;
            default -> 1;
        };
    }
}
