package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What can be asked about a path, and how it is answered in a word. */
public enum Question {
    /** What stands there, links followed. */
    TYPE,
    /** What stands there itself. */
    OWN_TYPE,
    /** Digest of where it is without links, relative to the project's folder without links. */
    REAL,
    SIZE,
    /** Size and digest of a file, links followed. */
    CONTENT,
    /** The same of a file that is no link. */
    OWN_CONTENT,
    /** Digest of the names and types of what is in a folder. */
    ENTRIES,
    /** The same without folders in it, which come and go with builds. */
    FILES;

    static final String NONE = "none";

    /**
     * Answers the question as {@link Disk} would note it; {@code none} where it cannot be answered.
     *
     * @param base the project's folder
     * @param hidden a folder that nobody sees
     */
    public String answer(Path base, Path hidden, Path path) {
        return answer(base, hidden, path, Optional.empty());
    }

    /** @param noted the answer that was noted before: a file of another size is not read */
    String answer(Path base, Path hidden, Path path, Optional<String> noted) {
        try {
            return switch (this) {
                case TYPE -> FileType.of(path).toString();
                case OWN_TYPE -> FileType.of(path, LinkOption.NOFOLLOW_LINKS).toString();
                case REAL -> real(base, path.toRealPath());
                case SIZE -> String.valueOf(Files.size(path));
                case CONTENT -> FileType.of(path) == FileType.FILE ? content(path, noted) : NONE;
                case OWN_CONTENT ->
                    FileType.of(path, LinkOption.NOFOLLOW_LINKS) == FileType.FILE ? content(path, noted) : NONE;
                case ENTRIES -> entries(Disk.entries(path, hidden));
                case FILES -> entries(Disk.files(path, hidden));
            };
        } catch (IOException e) {
            return NONE;
        }
    }

    static String real(Path base, Path real) throws IOException {
        String path = FileNames.slashed(base.toRealPath().relativize(real));
        return Digest.of(path.getBytes(StandardCharsets.UTF_8));
    }

    static String content(byte[] content) {
        return content.length + ":" + Digest.of(content);
    }

    private static String content(Path file, Optional<String> noted) throws IOException {
        long size = Files.size(file);
        if (noted.isPresent() && !noted.get().startsWith(size + ":")) {
            return String.valueOf(size);
        }
        try (InputStream content = Files.newInputStream(file)) {
            return size + ":" + Digest.of(content);
        }
    }

    static String entries(List<Disk.Entry> entries) {
        StringBuilder text = new StringBuilder();
        for (Disk.Entry entry : entries) {
            // No file system has names with a slash in them.
            text.append(entry.type())
                    .append(' ')
                    .append(entry.path().getFileName())
                    .append('/');
        }
        return Digest.of(text.toString().getBytes(StandardCharsets.UTF_8));
    }
}
