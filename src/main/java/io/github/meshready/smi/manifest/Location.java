package io.github.meshready.smi.manifest;

/**
 * A place in a file, as editors and CI annotations name it.
 *
 * @param file path as shown to people: relative to the project, with forward slashes
 * @param line 1-based line
 * @param column 1-based column, in characters
 */
public record Location(String file, int line, int column) implements Comparable<Location> {

    @Override
    public int compareTo(Location other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(column, other.column);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
