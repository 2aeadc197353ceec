package io.github.meshready.smi.mojo;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Remembers which modules of a build had something to verify. One without manifests is nothing unusual; but if all of them
 * came by and none had any, the gate checked nothing, and must not pass.
 */
final class VerifiedModules {

    private static final String KEY = "io.github.meshready.smi verified ";

    private final Map<String, Object> build;
    private final int modules;

    /**
     * @param build what all modules of the build share
     * @param modules how many there are
     */
    VerifiedModules(Map<String, Object> build, int modules) {
        this.build = build;
        this.modules = modules;
    }

    /** Whether this was the last module and none had anything. */
    boolean note(String module, boolean nothing) {
        synchronized (build) { // modules may be built at the same time
            Set<Object> without = new HashSet<>();
            if (build.get(KEY) instanceof Set<?> before) {
                without.addAll(before);
            }
            if (nothing) {
                without.add(module);
            }
            build.put(KEY, without);
            return nothing && without.size() == modules;
        }
    }
}
