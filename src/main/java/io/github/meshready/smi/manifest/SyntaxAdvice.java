package io.github.meshready.smi.manifest;

/** Says in the user's words what the parser found, and what usually lies behind it. */
final class SyntaxAdvice {

    private SyntaxAdvice() {}

    static InputProblem describe(SourceText source, int offset, String parserMessage) {
        Location place = place(source, offset);
        int template = source.text().indexOf("{{");
        if (template >= 0) {
            return templateProblem(source.locate(template));
        }
        String message = Printable.text(parserMessage);
        if (message.contains("TAB") || isTabAt(source, offset)) {
            return new InputProblem(
                    place, "a tab stands where YAML allows only spaces; the file cannot be read", "indent with spaces");
        }
        return new InputProblem(place, "not valid YAML: " + message, "correct the syntax; nothing was written");
    }

    /** A file that starts with a brace is JSON to kubectl, even if YAML would take it as well. */
    static InputProblem describeJson(SourceText source, int offset, String parserMessage) {
        if (source.text().stripLeading().startsWith("{{")) {
            return templateProblem(source.locate(source.text().indexOf("{{")));
        }
        String where = source.name().endsWith(".json") ? "" : ", and kubectl takes a file that starts with { for JSON";
        return new InputProblem(
                place(source, offset),
                "not valid JSON" + where + ": " + Printable.text(withoutSource(parserMessage)),
                "correct the syntax; nothing was written");
    }

    /** The parser repeats its source, which says nothing here. */
    private static String withoutSource(String message) {
        int start = message.indexOf(" (start marker at");
        return start < 0 ? message : message.substring(0, start);
    }

    private static Location place(SourceText source, int offset) {
        return source.locate(Math.min(offset, source.text().length()));
    }

    /** A Helm template is text for another tool: rendered, it is a manifest. */
    static InputProblem templateProblem(Location place) {
        return new InputProblem(
                place,
                "looks like a Helm template ({{ ... }}), not a manifest; the calls in it cannot be known",
                "render it first (helm template NAME CHART > k8s/app.yaml) and read the result");
    }

    private static boolean isTabAt(SourceText source, int offset) {
        return offset < source.text().length() && source.text().charAt(offset) == '\t';
    }
}
