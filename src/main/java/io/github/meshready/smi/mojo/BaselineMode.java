package io.github.meshready.smi.mojo;

/** What to do with the baseline. */
enum BaselineMode {
    USE,
    UPDATE;

    /** Reads the parameter; a text, because Maven compares the constants of an enum in capitals only. */
    static BaselineMode of(String value) {
        return switch (value.strip()) {
            case "use" -> USE;
            case "update" -> UPDATE;
            default ->
                throw new ParameterException(
                        "baseline",
                        "\"" + value + "\" is neither",
                        "use or update; the file is named in baselineFile (smi.baselineFile)");
        };
    }
}
