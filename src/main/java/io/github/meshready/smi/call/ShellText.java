package io.github.meshready.smi.call;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A text as a shell reads it: commands of words, without comments, with quotes taken off, and with the variables written out
 * that are known. Commands that are substituted count as commands; what they print is not known.
 */
final class ShellText {

    private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "ksh", "zsh");

    /** Stand in front of a command. */
    private static final Set<String> KEYWORDS = Set.of(
            "!",
            "{",
            "}",
            "[",
            "[[",
            "do",
            "then",
            "else",
            "elif",
            "if",
            "while",
            "until",
            "time",
            "exec",
            "nohup",
            "command",
            "sudo",
            "export",
            "local",
            "readonly");

    private static final int MAX_DEPTH = 5;

    private final String text;
    private final Map<String, String> variables;
    private final int depth;
    private final List<List<String>> commands = new ArrayList<>();
    private List<String> words = new ArrayList<>();
    private StringBuilder word;
    private int at;

    private ShellText(String text, Map<String, String> variables, int depth) {
        this.text = text;
        this.variables = variables;
        this.depth = depth;
    }

    /** Whether a word of a command line runs a shell. */
    static boolean isShell(String program) {
        return SHELLS.contains(program.substring(program.lastIndexOf('/') + 1));
    }

    /** Whether a file is a script: by its name, or by the program that its first line names. */
    static boolean isScript(String name, String text) {
        if (name.endsWith(".sh") || !text.startsWith("#!")) {
            return name.endsWith(".sh");
        }
        String first = text.lines().findFirst().orElse("");
        return Stream.of(first.split("[\\s/]+")).anyMatch(SHELLS::contains);
    }

    /** @param environment the variables that the shell is given */
    static List<List<String>> commands(String text, Map<String, String> environment) {
        return new ShellText(text, new HashMap<>(environment), 0).read();
    }

    private List<List<String>> read() {
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c == '#' && word == null) {
                at = end("\n");
            } else if (c == '\\') {
                escaped();
            } else if (c == '\'') {
                int end = text.indexOf('\'', at);
                append(text.substring(at, end < 0 ? text.length() : end));
                at = end < 0 ? text.length() : end + 1;
            } else if (c == '"') {
                quoted();
            } else if (c == '$') {
                reference();
            } else if ("\n;|&()`".indexOf(c) >= 0) {
                endCommand();
            } else if (c == '<' || c == '>') {
                endWord();
                append(String.valueOf(c));
                endWord();
            } else if (Character.isWhitespace(c)) {
                endWord();
            } else {
                append(String.valueOf(c));
            }
        }
        endCommand();
        return commands;
    }

    private void escaped() {
        if (at < text.length() && text.charAt(at) != '\n') {
            append(String.valueOf(text.charAt(at)));
        }
        at++;
    }

    private void quoted() {
        append("");
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            if (c == '\\') {
                escaped();
            } else if (c == '$') {
                reference();
            } else {
                append(String.valueOf(c));
            }
        }
        at++;
    }

    /** What a reference to something unknown stands for is no text that could be an address. */
    private void reference() {
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '(') {
            int end = closing();
            if (depth < MAX_DEPTH) {
                commands.addAll(new ShellText(text.substring(at + 1, end), variables, depth + 1).read());
            }
            append("$()");
            at = Math.min(text.length(), end + 1);
        } else if (next == '{') {
            int end = text.indexOf('}', at);
            String name = text.substring(at + 1, end < 0 ? text.length() : end);
            append(variables.getOrDefault(name, "${" + name + "}"));
            at = end < 0 ? text.length() : end + 1;
        } else {
            int start = at;
            while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) {
                at++;
            }
            String name = text.substring(start, at);
            append(variables.getOrDefault(name, "$" + name));
        }
    }

    private int closing() {
        int open = 0;
        for (int i = at; i < text.length(); i++) {
            open += text.charAt(i) == '(' ? 1 : text.charAt(i) == ')' ? -1 : 0;
            if (open == 0) {
                return i;
            }
        }
        return text.length();
    }

    private int end(String mark) {
        int end = text.indexOf(mark, at);
        return end < 0 ? text.length() : end;
    }

    private void append(String more) {
        word = (word == null ? new StringBuilder() : word).append(more);
    }

    private void endWord() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }

    private void endCommand() {
        endWord();
        while (!words.isEmpty() && KEYWORDS.contains(words.get(0))) {
            words.remove(0);
        }
        if (!words.isEmpty()) {
            words.forEach(this::assign);
            commands.add(words);
        }
        words = new ArrayList<>();
    }

    private void assign(String assignment) {
        int equals = assignment.indexOf('=');
        boolean name = equals > 0
                && assignment.substring(0, equals).chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_');
        if (name) {
            variables.put(assignment.substring(0, equals), assignment.substring(equals + 1));
        }
    }
}
