package io.github.meshready.smi.manifest;

/**
 * Lets the YAML parser read JSON that is indented with tabs. JSON is YAML but for its tabs: replaced one by one, every
 * offset stays what it was.
 */
final class JsonTabs {

    private JsonTabs() {}

    /** The same text with the tabs outside of strings replaced, if it is JSON; else the text itself. */
    static String blanked(String text) {
        if (!startsAsJson(text) || text.indexOf('\t') < 0) {
            return text;
        }
        char[] blanked = text.toCharArray();
        boolean quoted = false;
        for (int i = 0; i < blanked.length; i++) {
            char c = blanked[i];
            if (c == '"') {
                quoted = !quoted;
            } else if (c == '\\' && quoted) {
                i++;
            } else if (c == '\t' && !quoted) {
                blanked[i] = ' ';
            }
        }
        return new String(blanked);
    }

    private static boolean startsAsJson(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\uFEFF') {
                return c == '{';
            }
        }
        return false;
    }
}
