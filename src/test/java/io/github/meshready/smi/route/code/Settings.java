package io.github.meshready.smi.route.code;

import java.util.Map;
import java.util.TreeMap;

/** Configuration as tables write it: {@code key=value,key=value}. */
final class Settings {

    private Settings() {}

    static Map<String, String> of(String text) {
        Map<String, String> settings = new TreeMap<>();
        for (String each : text == null ? new String[0] : text.split(",")) {
            int equals = each.indexOf('=');
            settings.put(
                    each.substring(0, equals).strip(),
                    each.substring(equals + 1).strip());
        }
        return settings;
    }
}
