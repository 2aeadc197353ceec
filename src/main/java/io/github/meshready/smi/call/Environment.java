package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ConfigData;
import io.github.meshready.smi.app.ConfigName;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.EnvEntry;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What a container's environment variables come to, with all that is written in ConfigMaps, Secrets and references. */
final class Environment {

    private final Application application;
    private final Workload workload;
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, String> serviceLinks = new HashMap<>();

    /**
     * A variable.
     *
     * @param name its name
     * @param value its value; may hold credentials, so it is never printed
     * @param from the ConfigMap or Secret that it is from, if any
     * @param location where the value stands
     */
    record Variable(String name, String value, Optional<ConfigName> from, Location location) {}

    Environment(Application application, Workload workload, Container container) {
        this.application = application;
        this.workload = workload;
        application.services().stream()
                .filter(service -> service.name().namespace().equals(workload.namespace()))
                .forEach(this::link);
        container.env().forEach(this::add);
    }

    /** Kubernetes tells pods of the Services beside them: host and port by variables named after each. */
    private void link(Service service) {
        if (!service.headless() && !service.isAlias() && !service.ports().isEmpty()) {
            String prefix = service.name().name().toUpperCase(Locale.ROOT).replace('-', '_') + "_SERVICE_";
            ServicePort first = service.ports().get(0);
            serviceLinks.put(prefix + "HOST", service.name().name());
            serviceLinks.put(prefix + "PORT", Integer.toString(first.number()));
        }
    }

    private void add(EnvEntry entry) {
        if (entry instanceof EnvEntry.Literal literal) {
            put(literal.name(), expanded(literal.value()), Optional.empty(), literal.location());
        } else if (entry instanceof EnvEntry.Reference reference) {
            Optional.ofNullable(entries(reference.source()).get(reference.key()))
                    .ifPresent(found ->
                            put(reference.name(), found.value(), Optional.of(reference.source()), found.location()));
        } else if (entry instanceof EnvEntry.Import all) {
            entries(all.source())
                    .forEach((key, found) ->
                            put(all.prefix() + key, found.value(), Optional.of(all.source()), found.location()));
        }
    }

    private Map<String, ConfigData.Entry> entries(ConfigName source) {
        return application
                .config(workload.namespace(), source)
                .map(ConfigData::entries)
                .orElse(Map.of());
    }

    private void put(String name, String value, Optional<ConfigName> from, Location location) {
        variables.remove(name);
        variables.put(name, new Variable(name, value, from, location));
    }

    Collection<Variable> variables() {
        return variables.values();
    }

    /** The values by name. */
    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        variables.values().forEach(variable -> values.put(variable.name(), variable.value()));
        return values;
    }

    /** A text with what {@code $(NAME)}, {@code ${NAME}} and {@code ${NAME:default}} stand for. */
    String expanded(String text) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        int done = 0;
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
            int end = dollar + 1 < text.length() ? closing(text, dollar + 1) : -1;
            if (end > 0 && dollar >= done) {
                String name = text.substring(dollar + 2, end);
                Optional<String> value = value(name, text.charAt(dollar + 1) == '{');
                if (value.isPresent()) {
                    expanded.append(text, done, dollar).append(value.get());
                    done = end + 1;
                }
            }
        }
        return expanded.append(text, done, text.length()).toString();
    }

    private static int closing(String text, int open) {
        return switch (text.charAt(open)) {
            case '(' -> text.indexOf(')', open);
            case '{' -> text.indexOf('}', open);
            default -> -1;
        };
    }

    /** @param withDefault whether a default may stand behind a colon, as Spring and shells have it */
    private Optional<String> value(String name, boolean withDefault) {
        int colon = withDefault ? name.indexOf(':') : -1;
        String variable = colon < 0 ? name : name.substring(0, colon);
        Variable known = variables.get(variable);
        if (known == null && withDefault) { // Spring's relaxed names
            known = variables.get(
                    variable.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", ""));
        }
        if (known != null) {
            return Optional.of(known.value());
        }
        if (serviceLinks.containsKey(variable)) {
            return Optional.of(serviceLinks.get(variable));
        }
        if (colon < 0) {
            return Optional.empty();
        }
        String other = name.substring(colon + 1);
        return Optional.of(other.startsWith("-") ? other.substring(1) : other);
    }
}
