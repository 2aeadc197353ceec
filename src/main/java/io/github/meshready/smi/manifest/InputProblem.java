package io.github.meshready.smi.manifest;

/**
 * Something in the user's input that has to be mended before anything can be written.
 *
 * @param place file with line and column, or the name of a parameter
 * @param message what is wrong and what follows from it
 * @param fix what to do about it
 */
public record InputProblem(String place, String message, String fix) {

    public InputProblem(Location place, String message, String fix) {
        this(place.toString(), message, fix);
    }

    @Override
    public String toString() {
        return Printable.text(place) + ": " + message + System.lineSeparator() + "  fix: " + fix;
    }
}
