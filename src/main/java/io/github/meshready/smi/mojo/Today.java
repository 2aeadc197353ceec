package io.github.meshready.smi.mojo;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The one place that asks what day it is: the same one on every machine at the same time. */
final class Today {

    private Today() {}

    static LocalDate date() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
