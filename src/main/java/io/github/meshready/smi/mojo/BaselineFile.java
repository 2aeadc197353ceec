package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.report.BaselineJson;
import io.github.meshready.smi.verify.gate.Baseline;
import java.io.IOException;
import java.nio.file.Path;

/** The file of what is known already. */
final class BaselineFile {

    private final Path file;
    private final FileNames names;
    private final String name;

    BaselineFile(Path file, FileNames names) {
        this.file = file;
        this.names = names;
        this.name = names.of(file);
    }

    Path path() {
        return file;
    }

    boolean exists() {
        return names.disk().exists(file);
    }

    String name() {
        return owned().name();
    }

    /** @throws InputException if it is missing or no baseline: without it, nothing tells what is new */
    Baseline read() throws IOException {
        if (!exists()) {
            throw problem("there is no such baseline, so nothing tells which findings are new");
        }
        if (!names.disk().isFile(file) || names.disk().size(file) > Limits.DEFAULT.fileSize()) {
            throw problem("is no file that a baseline could be read from");
        }
        return new BaselineJson(name).read(names.disk().read(file));
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
        return new OwnedFile(file, names, BaselineJson.MARK);
    }
}
