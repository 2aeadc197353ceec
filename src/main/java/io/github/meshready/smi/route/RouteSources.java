package io.github.meshready.smi.route;

/** Where routes may be taken from. */
public enum RouteSources {
    /** The build's configuration, OpenAPI documents, and what modules are compiled to. */
    ALL,
    /** The build's configuration and the documents that it names. */
    DECLARED,
    /** From nowhere: callers get every path. */
    NONE
}
