package io.github.meshready.smi.app;

/**
 * What may stand in a label (k8s.io/apimachinery, pkg/util/validation IsQualifiedName and IsValidLabelValue). The API
 * server rejects anything else.
 */
final class LabelText {

    private static final int MAX_LENGTH = 63;

    private LabelText() {}

    /** A name, with or without a DNS name and a slash in front. */
    static boolean isKey(String text) {
        int slash = text.indexOf('/');
        String name = text.substring(slash + 1);
        boolean prefixed = slash < 0 || DnsName.isSubdomain(text.substring(0, slash));
        return prefixed && !name.isEmpty() && isValue(name);
    }

    /** Nothing, or letters and digits with {@code - _ .} between them. */
    static boolean isValue(String text) {
        if (text.length() > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean letterOrDigit = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
            boolean inner = i > 0 && i < text.length() - 1 && (c == '-' || c == '_' || c == '.');
            if (!letterOrDigit && !inner) {
                return false;
            }
        }
        return true;
    }
}
