package io.github.meshready.smi.report.ci;

import io.github.meshready.smi.manifest.Printable;

/** Text as XML 1.0 has it, in attributes in double quotes and between tags. */
final class XmlText {

    private XmlText() {}

    /** A single line; what does not show as itself, and XML could not hold, is escaped first. */
    static String of(String line) {
        StringBuilder text = new StringBuilder();
        Printable.line(line).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                default -> text.appendCodePoint(c);
            }
        });
        return text.toString();
    }
}
