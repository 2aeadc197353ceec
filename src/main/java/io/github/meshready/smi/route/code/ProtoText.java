package io.github.meshready.smi.route.code;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Reads the services out of a {@code .proto} file (Protocol Buffers, language specification). */
final class ProtoText {

    private final List<String> words = new ArrayList<>();

    private ProtoText(String text) {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (text.startsWith("//", i)) {
                i = end(text, "\n", i);
            } else if (text.startsWith("/*", i)) {
                i = end(text, "*/", i + 2);
            } else if (c == '"' || c == '\'') {
                i = endOfQuoted(text, i);
                words.add("\"");
            } else if (isName(c)) {
                int start = i;
                while (i < text.length() && isName(text.charAt(i))) {
                    i++;
                }
                words.add(text.substring(start, i));
            } else {
                if (!Character.isWhitespace(c)) {
                    words.add(String.valueOf(c));
                }
                i++;
            }
        }
    }

    private static int end(String text, String mark, int from) {
        int end = text.indexOf(mark, from);
        return end < 0 ? text.length() : end + mark.length();
    }

    private static int endOfQuoted(String text, int from) {
        int i = from + 1;
        while (i < text.length() && text.charAt(i) != text.charAt(from)) {
            i += text.charAt(i) == '\\' ? 2 : 1;
        }
        return i + 1;
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '.';
    }

    /** The services of a file; none if it is something else. */
    static List<GrpcService> services(byte[] file) {
        return new ProtoText(new String(file, StandardCharsets.UTF_8)).services();
    }

    private List<GrpcService> services() {
        String prefix = "";
        List<GrpcService> services = new ArrayList<>();
        int depth = 0;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            depth += word.equals("{") ? 1 : word.equals("}") ? -1 : 0;
            if (depth == 0 && word.equals("package") && word(i + 2).equals(";")) {
                prefix = word(i + 1) + ".";
            } else if (depth == 0 && word.equals("service") && word(i + 2).equals("{")) {
                services.add(new GrpcService(prefix + word(i + 1), new TreeSet<>()));
            } else if (depth == 1 && word.equals("rpc") && word(i + 2).equals("(") && !services.isEmpty()) {
                services.get(services.size() - 1).methods().add(word(i + 1));
            }
        }
        return services;
    }

    private String word(int index) {
        return index < words.size() ? words.get(index) : "";
    }
}
