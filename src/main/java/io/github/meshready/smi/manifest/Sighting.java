package io.github.meshready.smi.manifest;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A question about a file, and its answer.
 *
 * @param name the file, relative to the project's folder, with forward slashes
 * @param question what is asked
 * @param answer in one word
 */
public record Sighting(String name, Question question, String answer) implements Comparable<Sighting> {

    /**
     * Whether the question is answered in the same way now.
     *
     * @param base the project's folder
     * @param hidden a folder that nobody sees
     */
    public boolean holds(Path base, Path hidden) {
        return answer.equals(question.answer(base, hidden, base.resolve(name).normalize(), Optional.of(answer)));
    }

    /** Folders before what is in them; of one file, in the order of questions. */
    @Override
    public int compareTo(Sighting other) {
        int byName = name.compareTo(other.name);
        return byName == 0 ? question.compareTo(other.question) : byName;
    }
}
