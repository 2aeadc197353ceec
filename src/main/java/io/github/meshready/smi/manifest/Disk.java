package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks at files for one run of a goal, and notes every question with its answer. A later run to which they are all answered in
 * the same way reads the same, so it need not be made; also where a file appears that this one missed. Nothing else may look at
 * files, which {@code ArchitectureTest} holds, so that no reader is forgotten.
 */
public final class Disk {

    private static final Visitor EVERYTHING = new Visitor() {
        @Override
        public boolean enters(Path folder) {
            return true;
        }

        @Override
        public void visit(Entry entry) {
            // That it is there is noted with the folder.
        }
    };

    private final Seen seen;
    private final Path hidden;
    private final Set<Path> owned = ConcurrentHashMap.newKeySet();

    /**
     * @param base the project's folder, which notes name files relative to
     * @param hidden a folder that this run does not see: where runs are remembered
     */
    public Disk(Path base, Path hidden) {
        this.seen = new Seen(base);
        this.hidden = hidden;
    }

    /** Something in a folder; of a link, not what it leads to. */
    public record Entry(Path path, FileType type) implements Comparable<Entry> {

        @Override
        public int compareTo(Entry other) {
            return path.compareTo(other.path);
        }
    }

    /** Somebody who walks through folders. */
    public interface Visitor {

        /** Whether to look into a folder. */
        boolean enters(Path folder);

        /** Is given everything in the folders that were entered. */
        void visit(Entry entry) throws IOException;
    }

    /** All that was asked so far, and what was written; empty if nobody can tell. */
    public Optional<List<Sighting>> sightings() throws IOException {
        for (Path folder : owned) {
            walk(folder, Integer.MAX_VALUE, EVERYTHING);
            isLink(folder);
        }
        return seen.sightings();
    }

    /** Something else than this looks at files, so that nobody can tell what the run has seen. */
    void looksElsewhere() {
        seen.giveUp();
    }

    /** A file was written, or held these bytes already. */
    void wrote(Path file, byte[] content) {
        seen.note(Question.OWN_CONTENT, file, Question.content(content));
    }

    /** A folder of which the run decides what is in it. */
    void owns(Path folder) {
        owned.add(folder);
    }

    /** Whether there is a file or folder; links are followed, here and below. */
    public boolean exists(Path path) {
        return type(path) != FileType.ABSENT;
    }

    public boolean isFile(Path path) {
        return type(path) == FileType.FILE;
    }

    public boolean isFolder(Path path) {
        return type(path) == FileType.FOLDER;
    }

    private FileType type(Path path) {
        FileType type = FileType.of(path);
        seen.note(Question.TYPE, path, type.toString());
        return type;
    }

    public boolean isLink(Path path) {
        FileType type = FileType.of(path, LinkOption.NOFOLLOW_LINKS);
        seen.note(Question.OWN_TYPE, path, type.toString());
        return type == FileType.LINK;
    }

    /** The path without links. */
    public Path real(Path path) throws IOException {
        Path real = path.toRealPath();
        seen.note(Question.REAL, path, Question.real(seen.base(), real));
        return real;
    }

    /** Bytes of a file. */
    public long size(Path file) throws IOException {
        long size = Files.size(file);
        seen.note(Question.SIZE, file, String.valueOf(size));
        return size;
    }

    public byte[] read(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        seen.note(Question.CONTENT, file, Question.content(content));
        return content;
    }

    /** What is in a folder besides other folders, by name. */
    public List<Entry> filesIn(Path folder) throws IOException {
        List<Entry> files = files(folder, hidden);
        seen.note(Question.FILES, folder, Question.entries(files));
        return files;
    }

    static List<Entry> files(Path folder, Path hidden) throws IOException {
        List<Entry> files = new ArrayList<>();
        for (Entry entry : entries(folder, hidden)) {
            if (entry.type() != FileType.FOLDER) {
                files.add(entry);
            }
        }
        return files;
    }

    static List<Entry> entries(Path folder, Path hidden) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> content = Files.newDirectoryStream(folder)) {
            for (Path path : content) {
                if (!path.toAbsolutePath().normalize().equals(hidden)) {
                    entries.add(new Entry(path, FileType.of(path, LinkOption.NOFOLLOW_LINKS)));
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        Collections.sort(entries);
        return entries;
    }

    /**
     * Walks through a folder and those in it; links are not followed.
     *
     * @param depth how far down: 1 for what is in the folder itself
     */
    public void walk(Path folder, int depth, Visitor visitor) throws IOException {
        if (depth < 1 || !visitor.enters(folder)) {
            return;
        }
        List<Entry> entries = entries(folder, hidden);
        seen.note(Question.ENTRIES, folder, Question.entries(entries));
        for (Entry entry : entries) {
            visitor.visit(entry);
            if (entry.type() == FileType.FOLDER) {
                walk(entry.path(), depth - 1, visitor);
            }
        }
    }

    /** All regular files in a folder and in those in it, links to one included. */
    public List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        walk(folder, Integer.MAX_VALUE, new Visitor() {
            @Override
            public boolean enters(Path each) {
                return true;
            }

            @Override
            public void visit(Entry entry) {
                if (isFile(entry)) {
                    files.add(entry.path());
                }
            }
        });
        Collections.sort(files);
        return files;
    }

    /** Whether something in a folder is a regular file, or a link to one. */
    public boolean isFile(Entry entry) {
        return entry.type() == FileType.FILE || entry.type() == FileType.LINK && isFile(entry.path());
    }
}
