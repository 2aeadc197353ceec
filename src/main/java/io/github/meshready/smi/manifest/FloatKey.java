package io.github.meshready.smi.manifest;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * What kubectl makes of a key that is a floating-point number: the shortest text that gives the same number of 32 bits,
 * as Go's {@code strconv.FormatFloat(f, 'g', -1, 32)} writes it (sigs.k8s.io/yaml, yaml.go convertToJSONableObject).
 */
final class FloatKey {

    private static final int MAX_DIGITS = 9;
    private static final int LEAST_PLAIN_EXPONENT = -4;
    private static final int LEAST_LARGE_EXPONENT = 6;

    private FloatKey() {}

    /** @param plainText a scalar that is a {@link ScalarType#FLOAT} */
    static String text(String plainText) {
        if (!ScalarType.isFinite(plainText)) {
            return special(
                    plainText.charAt(0) == '-',
                    plainText.toLowerCase(Locale.ROOT).endsWith("nan"));
        }
        float number = (float) Double.parseDouble(plainText.replace("_", ""));
        if (Float.isInfinite(number)) {
            return special(number < 0, false);
        }
        String sign = Float.compare(number, 0f) < 0 ? "-" : "";
        return sign + (number == 0 ? "0" : positive(Math.abs(number)));
    }

    private static String special(boolean negative, boolean none) {
        return none ? ".nan" : negative ? "-.inf" : ".inf";
    }

    private static String positive(float number) {
        BigDecimal shortest = shortest(number);
        int exponent = shortest.precision() - shortest.scale() - 1;
        if (exponent >= LEAST_PLAIN_EXPONENT && exponent < LEAST_LARGE_EXPONENT) {
            return shortest.toPlainString();
        }
        String digits = shortest.unscaledValue().toString();
        String fraction = digits.length() == 1 ? "" : "." + digits.substring(1);
        String power = (Math.abs(exponent) < 10 ? "0" : "") + Math.abs(exponent);
        return digits.charAt(0) + fraction + "e" + (exponent < 0 ? "-" : "+") + power;
    }

    private static BigDecimal shortest(float number) {
        BigDecimal exact = new BigDecimal(number);
        for (int digits = 1; digits < MAX_DIGITS; digits++) {
            BigDecimal rounded = exact.round(new MathContext(digits, RoundingMode.HALF_EVEN));
            if (Float.parseFloat(rounded.toString()) == number) {
                return rounded.stripTrailingZeros();
            }
        }
        return exact.round(new MathContext(MAX_DIGITS, RoundingMode.HALF_EVEN)).stripTrailingZeros();
    }
}
