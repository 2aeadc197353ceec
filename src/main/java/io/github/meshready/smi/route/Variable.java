package io.github.meshready.smi.route;

import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.route.regex.RegexException;
import java.util.Collection;

/**
 * What stands in braces: a name, and maybe an expression.
 *
 * @param expression as Java reads it; empty if there is none
 */
record Variable(String name, String expression) {

    static Variable of(String content) throws TemplateException {
        int colon = content.indexOf(':');
        String name = (colon < 0 ? content : content.substring(0, colon)).strip();
        if (name.isEmpty()) {
            throw new TemplateException("{" + Printable.text(content) + "} has no name");
        }
        return new Variable(name, colon < 0 ? "" : content.substring(colon + 1).strip());
    }

    /** @param widened takes the reason where the part lets in more than the expression */
    Part part(Collection<String> widened) {
        if (expression.isEmpty()) {
            return new Part.Variable(name, WireText.ANY);
        }
        try {
            return new Part.Variable(name, VariableText.of(expression));
        } catch (RegexException e) {
            widened.add(VariableText.reason(name, expression, e));
            return new Part.Variable(name, WireText.ANY);
        }
    }
}
