package io.github.meshready.smi.route.code;

import org.jboss.jandex.ClassInfo;

/** Reads what classes serve by the rules of one framework. */
interface Server {

    /** Adds what a class serves, if anything. */
    void read(ClassInfo type, Findings findings);
}
