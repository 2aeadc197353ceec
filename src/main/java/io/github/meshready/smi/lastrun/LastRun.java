package io.github.meshready.smi.lastrun;

import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.manifest.Question;
import io.github.meshready.smi.manifest.Sighting;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The file that remembers the last run of one goal, if that succeeded. It is taken away before a run starts, and stands there as a
 * whole when everything else is written: whatever ends a run early leaves nothing to rely on.
 */
public final class LastRun {

    private final Path base;
    private final Path file;

    /**
     * @param base the project's folder
     * @param file where the run is remembered; its folder is for nothing else
     */
    public LastRun(Path base, Path file) {
        this.base = base;
        this.file = file;
    }

    /** What is remembered; empty if that is nothing, or anything but what was written. */
    public Optional<PastRun> read() throws IOException {
        return isInPlace() && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? PastRunText.parse(Files.readAllBytes(file))
                : Optional.empty();
    }

    /** @throws IOException if it stays there, so that the next run might rely on it */
    public void forget() throws IOException {
        if (isInPlace()) {
            Files.deleteIfExists(file);
        }
    }

    /** Remembers a run, unless somebody has put something else in the place: then the next run is simply made. */
    public void remember(PastRun run) throws IOException {
        if (!Files.exists(file.getParent(), LinkOption.NOFOLLOW_LINKS)) {
            Files.createDirectories(file.getParent());
        }
        if (isInPlace()) {
            OwnedFile.replace(file, PastRunText.write(run));
        }
    }

    private boolean isInPlace() {
        return Files.isDirectory(file.getParent(), LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
    }

    /**
     * What is not as it was, so that another run may come to something else.
     *
     * @param conditions what another run is told besides files
     * @param shared a file, by its name, that another goal writes as well: it may also be as a run of that goal left it, which
     *     was the last one and succeeded
     * @return the first difference, in a word or two; empty if there is none
     */
    public Optional<String> difference(PastRun past, List<String> conditions, Optional<String> shared)
            throws IOException {
        for (int i = 0; i < conditions.size(); i++) {
            String now = conditions.get(i);
            if (i >= past.conditions().size() || !past.conditions().get(i).equals(now)) {
                return Optional.of(now.substring(0, now.lastIndexOf(' ')));
            }
        }
        if (past.conditions().size() != conditions.size()) {
            return Optional.of("configuration");
        }
        for (Sighting sighting : past.sightings()) {
            String name = sighting.name();
            boolean holds = sighting.holds(base, file.getParent())
                    || shared.isPresent() && name.equals(shared.get()) && isLeftByAnother(name);
            if (!holds) {
                return Optional.of(name.isEmpty() ? "." : name);
            }
        }
        return Optional.empty();
    }

    /** Whether another goal that succeeded remembers to have written a file as it is. */
    private boolean isLeftByAnother(String name) throws IOException {
        Path path = base.resolve(name).normalize();
        String content = Question.OWN_CONTENT.answer(base, file.getParent(), path);
        try (DirectoryStream<Path> others = Files.newDirectoryStream(file.getParent())) {
            for (Path other : others) {
                Optional<PastRun> past = other.equals(file) ? Optional.empty() : new LastRun(base, other).read();
                if (past.isPresent() && wrote(past.get(), name, content)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean wrote(PastRun past, String name, String content) {
        for (Sighting sighting : past.sightings()) {
            boolean same = sighting.question() == Question.OWN_CONTENT
                    && sighting.name().equals(name)
                    && sighting.answer().equals(content);
            if (same) {
                return true;
            }
        }
        return false;
    }
}
