package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.report.BaselineJson;
import io.github.meshready.smi.verify.gate.Baseline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The file of what is known already. */
final class BaselineFile {

    private final Path file;
    private final String name;

    /** @param name the file as people know it */
    BaselineFile(Path file, String name) {
        this.file = file;
        this.name = name;
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return Files.exists(file);
    }

    String name() {
        return owned().name();
    }

    /** @throws InputException if it is missing or no baseline: without it, nothing tells what is new */
    Baseline read() throws IOException {
        if (!exists()) {
            throw problem("there is no such baseline, so nothing tells which findings are new");
        }
        if (!Files.isRegularFile(file) || Files.size(file) > Limits.DEFAULT.fileSize()) {
            throw problem("is no file that a baseline could be read from");
        }
        return new BaselineJson(name).read(Files.readAllBytes(file));
    }

    private InputException problem(String message) {
        return new InputException(new InputProblem(
                name, message, "correct smi.baselineFile, or write the file with -Dsmi.baseline=update and review it"));
    }

    /** What the file holds that is about to be written anew: nothing if it is missing or broken. */
    Baseline readBeforeUpdate() throws IOException {
        owned().check("smi.baselineFile");
        try {
            return read();
        } catch (InputException e) {
            return Baseline.EMPTY;
        }
    }

    void write(Baseline content) throws IOException {
        owned().write(BaselineJson.bytes(content));
    }

    private OwnedFile owned() {
        return new OwnedFile(file, name, BaselineJson.MARK);
    }
}
