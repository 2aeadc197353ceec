package io.github.meshready.smi.manifest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** What stands at a path. */
public enum FileType {
    ABSENT,
    FILE,
    FOLDER,
    LINK,
    /** A device, a pipe: what may have no end. */
    OTHER;

    static FileType of(Path path, LinkOption... options) {
        BasicFileAttributes attributes;
        try {
            attributes = Files.readAttributes(path, BasicFileAttributes.class, options);
        } catch (IOException e) {
            return ABSENT; // as Files.exists sees it: nothing that could be read
        }
        if (attributes.isSymbolicLink()) {
            return LINK;
        }
        return attributes.isRegularFile() ? FILE : attributes.isDirectory() ? FOLDER : OTHER;
    }
}
