package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.module.BuildModule.CodeText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Texts in a module's classes that name what it calls: URLs and {@code host:port} as constants, and what the annotations of
 * clients say, with their placeholders filled in from the module's configuration.
 */
final class CodeTexts {

    private final Environment environment;
    private final Map<String, String> config = new LinkedHashMap<>();

    CodeTexts(Environment environment, ModuleConfig config) {
        this.environment = environment;
        config.values().forEach((key, value) -> this.config.put(key, environment.expanded(value.value())));
    }

    void read(List<CodeText> texts, Workload workload, Container container, Consumer<Mention> mentions) {
        for (CodeText text : texts) {
            String key = key(text);
            String value = filled(text.value());
            if (!text.annotation().isEmpty() || isAddress(value)) {
                mentions.accept(new Mention(
                        workload,
                        container,
                        Evidence.Place.CODE,
                        key,
                        value,
                        Map.of(),
                        Origin.resource(text.path()),
                        new Location(text.path(), 1, 1)));
            }
        }
    }

    /** {@code @Value("${catalog.host:catalog}")} is as much an address as its property is. */
    private static String key(CodeText text) {
        boolean named = text.annotation().startsWith("@FeignClient ")
                || text.annotation().startsWith("@LoadBalancerClient ");
        if (named && (text.annotation().endsWith(" name") || text.annotation().endsWith(" value"))) {
            return text.annotation() + " service";
        }
        boolean placeholder = text.value().startsWith("${") && text.annotation().startsWith("@Value ");
        return placeholder ? text.value().substring(2).split("[:}]", 2)[0] : text.annotation();
    }

    /** Of a constant only what can hardly be anything else; a namespace of XML is no Service. */
    private static boolean isAddress(String value) {
        boolean url = value.contains("://") && value.indexOf(' ') < 0 && value.length() < 300;
        return url || value.matches("[a-z0-9.-]+:[0-9]{2,5}(/.*)?");
    }

    /** The value with placeholders filled in: from the environment, else from the configuration, else their default. */
    private String filled(String value) {
        int start = value.indexOf("${");
        int end = start < 0 ? -1 : value.indexOf('}', start);
        if (end < 0) {
            return value;
        }
        String name = value.substring(start + 2, end).split(":", 2)[0];
        boolean configured = config.containsKey(name)
                && environment.expanded("${" + name + "}").startsWith("${");
        String filled = configured ? config.get(name) : environment.expanded(value.substring(start, end + 1));
        return value.substring(0, start) + filled + value.substring(end + 1);
    }
}
