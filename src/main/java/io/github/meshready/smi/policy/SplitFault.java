package io.github.meshready.smi.policy;

import java.util.OptionalInt;

/**
 * Why the mesh does not follow a split as it reads.
 *
 * @param kind what is wrong
 * @param backend the backend that it is about, by its place in the list; empty for the split as a whole
 * @param breaks whether calls fail for it, rather than may
 * @param message what is found
 * @param consequence what happens at run time
 * @param fix what to do
 */
public record SplitFault(
        Kind kind, OptionalInt backend, boolean breaks, String message, String consequence, String fix) {

    /** What is wrong. */
    public enum Kind {
        /** A Service is missing. */
        SERVICE,
        /** A backend lacks a port of the apex. */
        PORT,
        /** The mesh refuses the weights. */
        WEIGHT,
        /** Another split has the same apex. */
        REPEATED,
        /** The apex does not select the pods of the backends. */
        SELECTOR,
        /** Ports of apex and backend differ in more than the pods that they lead to. */
        MISMATCH
    }
}
