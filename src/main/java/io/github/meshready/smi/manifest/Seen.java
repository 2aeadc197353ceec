package io.github.meshready.smi.manifest;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** What a run asked about files and was told; several threads may ask. */
final class Seen {

    private final Path base;
    private final Map<Question, Map<String, String>> answers = new EnumMap<>(Question.class);
    private final AtomicBoolean unclear = new AtomicBoolean();

    Seen(Path base) {
        this.base = base.toAbsolutePath().normalize();
        for (Question question : Question.values()) {
            answers.put(question, new ConcurrentHashMap<>());
        }
    }

    Path base() {
        return base;
    }

    /** Notes an answer. One that differs from an earlier one means that somebody changes files while the run looks at them. */
    void note(Question question, Path path, String answer) {
        Optional<String> name = name(path);
        if (name.isEmpty()) {
            giveUp();
            return;
        }
        String before = answers.get(question).putIfAbsent(name.get(), answer);
        if (before != null && !before.equals(answer)) {
            giveUp();
        }
    }

    /** Nobody can tell what this run has seen. */
    void giveUp() {
        unclear.set(true);
    }

    /** The path relative to the base; empty where that leads back to another path, or would not stand in one line. */
    private Optional<String> name(Path path) {
        Path absolute = path.toAbsolutePath();
        if (!absolute.equals(absolute.normalize()) || !base.getRoot().equals(absolute.getRoot())) {
            return Optional.empty();
        }
        String name = base.relativize(absolute).toString();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c < ' ' || c == '\\' && File.separatorChar != c || c == '/' && File.separatorChar != c) {
                return Optional.empty();
            }
        }
        return Optional.of(FileNames.slashed(Path.of(name)));
    }

    /** Whether what a file holds tells this as well. */
    private boolean isTold(Question question, String name) {
        return (question == Question.SIZE || question == Question.TYPE)
                && answers.get(Question.CONTENT).containsKey(name);
    }

    /** In one order; empty if that is not all, or not the same at every moment of the run. */
    Optional<List<Sighting>> sightings() {
        if (unclear.get()) {
            return Optional.empty();
        }
        List<Sighting> all = new ArrayList<>();
        answers.forEach((question, told) -> told.forEach((name, answer) -> {
            if (!isTold(question, name)) {
                all.add(new Sighting(name, question, answer));
            }
        }));
        Collections.sort(all);
        return Optional.of(all);
    }
}
