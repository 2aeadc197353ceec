package io.github.meshready.smi.route;

import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.List;

/** Cuts the text of a template into pieces, up to its query. */
final class TemplateTokens {

    private static final int MAX_LENGTH = 2_000;

    private final String text;
    private final PathSyntax syntax;
    private final List<TemplateToken> tokens = new ArrayList<>();
    private final StringBuilder fixed = new StringBuilder();
    private String query = "";

    TemplateTokens(RouteTemplate template) {
        this.text = template.text();
        this.syntax = template.syntax();
    }

    /** The query and fragment that the text has; nothing if it has none. */
    String query() {
        return query;
    }

    List<TemplateToken> read() throws TemplateException {
        if (!text.startsWith("/")) {
            throw new TemplateException("it does not start with a slash");
        }
        if (text.length() > MAX_LENGTH) {
            throw new TemplateException("it is longer than " + MAX_LENGTH + " characters");
        }
        int at = 0;
        while (at < text.length() && query.isEmpty()) {
            at = next(at);
        }
        endFixed();
        return tokens;
    }

    private int next(int at) throws TemplateException {
        char c = text.charAt(at);
        boolean varies = syntax != PathSyntax.LITERAL;
        boolean spring = syntax == PathSyntax.SPRING;
        if (c == '/') {
            add(new TemplateToken.Slash());
        } else if (varies && c == '{') {
            int end = closing(at);
            add(new TemplateToken.Braces(text.substring(at + 1, end)));
            return end + 1;
        } else if (varies && c == '}') {
            throw new TemplateException("a brace is closed that is not open");
        } else if (spring && c == '*') {
            int end = at;
            while (end < text.length() && text.charAt(end) == '*') {
                end++;
            }
            add(new TemplateToken.Stars(end - at));
            return end;
        } else if (spring && c == '?') {
            add(new TemplateToken.One());
        } else if (c == '?' || c == '#') {
            query = text.substring(at);
        } else {
            fixed.append(c);
        }
        return at + 1;
    }

    /** Where the brace is closed that opens here: braces inside belong to counts such as {@code {id:[0-9]{4}}}. */
    private int closing(int open) throws TemplateException {
        int depth = 0;
        for (int i = open; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '{') {
                depth++;
            } else if (c == '}' && --depth == 0) {
                return i;
            }
        }
        throw new TemplateException("the brace in " + Printable.text(text.substring(open)) + " is not closed");
    }

    private void add(TemplateToken token) {
        endFixed();
        tokens.add(token);
    }

    private void endFixed() {
        if (!fixed.isEmpty()) {
            tokens.add(new TemplateToken.Fixed(fixed.toString()));
            fixed.setLength(0);
        }
    }
}
