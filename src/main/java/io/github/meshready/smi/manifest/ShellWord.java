package io.github.meshready.smi.manifest;

/** Values as one word of a POSIX shell, so that a command with them in it means one thing only. */
public final class ShellWord {

    /** What no shell gives a meaning to within a word, beside letters and digits. */
    private static final String PLAIN = "._-/:,=+";

    private ShellWord() {}

    /** The value itself if it is plain, else in single quotes. */
    public static String of(String value) {
        boolean plain =
                !value.isEmpty() && value.chars().allMatch(c -> Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0);
        return plain ? value : "'" + value.replace("'", "'\\''") + "'";
    }
}
