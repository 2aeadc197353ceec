package io.github.meshready.smi.call;

/** The path that Prometheus asks its targets for (Prometheus, Configuration, scrape_config). */
final class ScrapePath {

    private static final String JOBS = "scrape_configs[";
    private static final String TARGETS = ".static_configs[";
    private static final String SETTING = ".metrics_path";
    private static final String USUAL = "/metrics";

    private ScrapePath() {}

    /** The path for a target of a Prometheus' configuration; nothing for any other text. */
    static String of(Mention mention) {
        String key = mention.key();
        int end = key.indexOf(TARGETS);
        return key.startsWith(JOBS) && end > 0
                ? mention.siblings().values().getOrDefault(key.substring(0, end) + SETTING, USUAL)
                : "";
    }
}
