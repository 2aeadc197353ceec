package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.FileNames;
import java.nio.file.Path;
import java.util.Map;

/** Sees to it that no two modules of a build write to one place: whichever came last would win, with no word of it. */
final class SharedOutputs {

    private static final String KEY = "io.github.meshready.smi output ";

    private final Map<String, Object> build;
    private final FileNames names;

    /** @param build what all modules of the build share */
    SharedOutputs(Map<String, Object> build, FileNames names) {
        this.build = build;
        this.names = names;
    }

    /**
     * Notes that a module writes to a place.
     *
     * @throws ParameterException if another one does
     */
    void claim(String parameter, Path place, String module) {
        Object other;
        synchronized (build) { // modules may be built at the same time
            other = build.putIfAbsent(KEY + place, module);
        }
        if (other != null && !other.equals(module)) {
            throw new ParameterException(
                    parameter,
                    names.of(place) + " is written by module " + other + " as well as by " + module,
                    "give each module a place of its own, such as one below its target folder");
        }
    }
}
