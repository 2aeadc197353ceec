package io.github.meshready.smi.app;

import java.util.Locale;

/**
 * A ConfigMap or Secret that a pod refers to, in its own namespace.
 *
 * @param kind which of the two
 * @param name its name
 */
public record ConfigName(Kind kind, String name) {

    /** Where configuration stands. */
    public enum Kind {
        CONFIG_MAP("ConfigMap"),
        SECRET("Secret");

        private final String kubernetes;

        Kind(String kubernetes) {
            this.kubernetes = kubernetes;
        }

        /** The Kubernetes kind. */
        public String kubernetes() {
            return kubernetes;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether its values must never be shown. */
    public boolean isSecret() {
        return kind == Kind.SECRET;
    }

    @Override
    public String toString() {
        return kind.kubernetes() + " " + name;
    }
}
