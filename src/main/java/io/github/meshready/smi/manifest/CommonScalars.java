package io.github.meshready.smi.manifest;

import java.util.Optional;

/** Reads the single values of {@link CommonTreeReader}: keys, texts on one line, blocks of text. */
final class CommonScalars {

    /** The parser takes no key that is longer; the colon counts. */
    private static final int MAX_KEY = 1000;

    /** What no value without quotes starts with. A dash may, with something behind it. */
    private static final String INDICATORS = "?:,[]{}#&*!|>'\"%@`" + TextDecoder.BYTE_ORDER_MARK;

    private static final int KNOWN = 512;
    private static final int LONGEST_KNOWN = 48;

    private final CommonText text;

    /** Texts that were read, so that one object serves for those that are alike, as most keys are. */
    private final String[] known = new String[KNOWN];

    CommonScalars(CommonText text) {
        this.text = text;
    }

    /** What a place without a value holds. */
    ScalarNode empty(int offset) {
        return new ScalarNode("", true, "", offset, offset);
    }

    /** A key and the colon behind it; empty if none of both stands on the line, from where it has moved on then. */
    Optional<ScalarNode> key() {
        int start = text.offset();
        ScalarNode key = isQuote(text.peek()) ? quoted() : plain(true, false);
        text.skipSpaces();
        if (text.peek() != ':' || !CommonText.isGap(text.peek(1)) || text.offset() - start > MAX_KEY) {
            return Optional.empty();
        }
        text.skip(1);
        return Optional.of(key);
    }

    /** A key in braces and the colon behind it. */
    ScalarNode flowKey() {
        int start = text.offset();
        ScalarNode key = isQuote(text.peek()) ? quoted() : plain(true, true);
        text.skipSpaces();
        if (text.peek() != ':' || text.offset() - start > MAX_KEY) {
            throw new UncommonYaml();
        }
        text.skip(1);
        return key;
    }

    /** @param flow whether it stands in braces or brackets */
    ScalarNode inLine(boolean flow) {
        return isQuote(text.peek()) ? quoted() : plain(false, flow);
    }

    private static boolean isQuote(char c) {
        return c == '"' || c == '\'';
    }

    /** A text without quotes: up to a colon if it is a key, else up to the line's end; in flow style up to a comma as well. */
    private ScalarNode plain(boolean key, boolean flow) {
        checkStart(flow);
        int start = text.offset();
        int end = start;
        int hash = 0;
        int endHash = 0;
        while (true) {
            char c = text.peek();
            if (c == ' ') {
                if (text.peek(1) == '#') {
                    break;
                }
            } else if (c == '\n' || c == '\0' || flow && isFlowEnd(c)) {
                break;
            } else if (c == ':' && isColonEnd(text.peek(1), flow)) {
                if (!key) {
                    throw new UncommonYaml();
                }
                break;
            } else if (c == '\t') {
                throw new UncommonYaml();
            }
            text.skip(1);
            hash = 31 * hash + c;
            if (c != ' ') {
                end = text.offset();
                endHash = hash;
            }
        }
        if (flow && (text.peek() == '\n' || text.peek() == ' ')) {
            throw new UncommonYaml(); // it may go on in the next line
        }
        return new ScalarNode(known(start, end, endHash), true, "", start, end);
    }

    private void checkStart(boolean flow) {
        char first = text.peek();
        char second = text.peek(1);
        boolean dash = first == '-' && (CommonText.isGap(second) || flow && isFlowEnd(second));
        boolean dots = first == '.' && second == '.' && text.peek(2) == '.';
        if (dash || dots || CommonText.isGap(first) || INDICATORS.indexOf(first) >= 0) {
            throw new UncommonYaml();
        }
    }

    private static boolean isColonEnd(char next, boolean flow) {
        return CommonText.isGap(next) || next == '\t' || flow && ",[]{}".indexOf(next) >= 0;
    }

    /** Whether a text in braces or brackets ends here, or is one that the parser has to read. */
    private static boolean isFlowEnd(char c) {
        if (c == '?' || c == '[' || c == '{') {
            throw new UncommonYaml();
        }
        return c == ',' || c == ']' || c == '}';
    }

    private ScalarNode quoted() {
        char quote = text.peek();
        int start = text.offset();
        StringBuilder escaped = null;
        text.skip(1);
        int from = text.offset();
        while (true) {
            char c = text.peek();
            if (c == '\n' || c == '\0') {
                throw new UncommonYaml();
            }
            boolean doubled = c == '\'' && quote == '\'' && text.peek(1) == '\'';
            if (doubled || c == '\\' && quote == '"') {
                escaped = escaped == null ? new StringBuilder() : escaped;
                escaped.append(text.substring(from, text.offset())).append(doubled ? '\'' : escape(text.peek(1)));
                text.skip(2);
                from = text.offset();
            } else if (c == quote) {
                break;
            } else {
                text.skip(1);
            }
        }
        String rest = text.substring(from, text.offset());
        text.skip(1);
        String value = escaped == null ? rest : escaped.append(rest).toString();
        return new ScalarNode(value, false, "", start, text.offset());
    }

    private static char escape(char name) {
        return switch (name) {
            case '"', '\\' -> name;
            case 'n' -> '\n';
            case 't' -> '\t';
            default -> throw new UncommonYaml();
        };
    }

    /**
     * A block of text.
     *
     * @param around the column of the collection that holds it
     */
    ScalarNode block(int around) {
        int start = text.offset();
        boolean folded = text.peek() == '>';
        text.skip(1);
        char chomping = text.peek();
        if (chomping == '-' || chomping == '+') {
            text.skip(1);
        }
        if (!CommonText.isGap(text.peek()) || !text.isLineDone()) {
            throw new UncommonYaml(); // an indentation in digits, or no YAML
        }
        text.skipLine();
        BlockLines lines = new BlockLines(text, folded, around + 1);
        String value = lines.read(chomping);
        return new ScalarNode(value, false, "", start, text.offset());
    }

    private String known(int start, int end, int hash) {
        if (end - start > LONGEST_KNOWN) {
            return text.substring(start, end);
        }
        int slot = hash & KNOWN - 1;
        String seen = known[slot];
        if (seen != null && seen.hashCode() == hash && seen.length() == end - start && text.holds(seen, start)) {
            return seen;
        }
        String read = text.substring(start, end);
        known[slot] = read;
        return read;
    }
}
