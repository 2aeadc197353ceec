package io.github.meshready.bench;

import java.time.LocalDate;

/** What figures hold for. */
public final class Machine {

    private Machine() {}

    /** The day and the machine, in a line above a table. */
    public static String described() {
        return "%s, %d processors, JDK %s, %s %s"
                .formatted(
                        LocalDate.now(),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.version(),
                        System.getProperty("os.name"),
                        System.getProperty("os.arch"));
    }
}
