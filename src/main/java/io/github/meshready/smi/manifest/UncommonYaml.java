package io.github.meshready.smi.manifest;

/** Says that a document holds something for which the parser itself is needed. */
final class UncommonYaml extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UncommonYaml() {
        super("needs the parser", null, false, false);
    }
}
