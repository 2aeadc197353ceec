package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.Printable;

/** A parameter has a value that nothing can be done with. */
class ParameterException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ParameterException(String parameter, String message, String fix) {
        super("parameter <" + parameter + ">: " + Printable.line(message) + System.lineSeparator() + "  fix: " + fix);
    }
}
