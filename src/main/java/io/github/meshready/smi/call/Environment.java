package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ConfigData;
import io.github.meshready.smi.app.ConfigName;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.EnvEntry;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** What a container's environment variables come to, with all that is written in ConfigMaps, Secrets and references. */
final class Environment {

    /** Longer ones are none; so no text takes long to look through. */
    private static final int MAX_REFERENCE = 500;

    private static final String LINK = "_SERVICE_";

    private final Application application;
    private final Workload workload;
    private final Map<String, Variable> variables = new LinkedHashMap<>();

    /**
     * A variable.
     *
     * @param name its name
     * @param value its value; may hold credentials, so it is never printed
     * @param from the ConfigMap or Secret that it is from, if any
     * @param imported whether it came with all that the ConfigMap or Secret holds
     * @param location where the value stands
     */
    record Variable(String name, String value, Optional<ConfigName> from, boolean imported, Location location) {}

    Environment(Application application, Workload workload, Container container) {
        this.application = application;
        this.workload = workload;
        container.env().forEach(this::add);
    }

    /** Kubernetes tells pods of the Services beside them: host and port by variables named after each. */
    private Optional<String> link(String name) {
        int end = name.lastIndexOf(LINK);
        if (end <= 0) {
            return Optional.empty();
        }
        String service = name.substring(0, end).toLowerCase(Locale.ROOT).replace('_', '-');
        Optional<Service> linked = application
                .service(new ObjectName(workload.namespace(), service))
                .filter(found ->
                        !found.headless() && !found.isAlias() && !found.ports().isEmpty());
        return switch (name.substring(end + LINK.length())) {
            case "HOST" -> linked.map(found -> found.name().name());
            case "PORT" ->
                linked.map(found -> Integer.toString(found.ports().get(0).number()));
            default -> Optional.empty();
        };
    }

    private void add(EnvEntry entry) {
        if (entry instanceof EnvEntry.Literal literal) {
            put(literal.name(), expanded(literal.value()), Optional.empty(), false, literal.location());
        } else if (entry instanceof EnvEntry.Reference reference) {
            Optional.ofNullable(entries(reference.source()).get(reference.key()))
                    .ifPresent(found -> put(
                            reference.name(), found.value(), Optional.of(reference.source()), false, found.location()));
        } else if (entry instanceof EnvEntry.Import all) {
            entries(all.source())
                    .forEach((key, found) ->
                            put(all.prefix() + key, found.value(), Optional.of(all.source()), true, found.location()));
        }
    }

    private Map<String, ConfigData.Entry> entries(ConfigName source) {
        return application
                .config(workload.namespace(), source)
                .map(ConfigData::entries)
                .orElse(Map.of());
    }

    private void put(String name, String value, Optional<ConfigName> from, boolean imported, Location location) {
        variables.remove(name);
        variables.put(name, new Variable(name, value, from, imported, location));
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
        return expanded(text, name -> Optional.empty());
    }

    /** @param more what a name stands for that is no variable */
    String expanded(String text, Function<String, Optional<String>> more) {
        if (text.indexOf('$') < 0) {
            return text;
        }
        StringBuilder expanded = new StringBuilder();
        int done = 0;
        for (int dollar = text.indexOf('$'); dollar >= 0; dollar = text.indexOf('$', dollar + 1)) {
            int end = dollar + 1 < text.length() ? closing(text, dollar + 1) : -1;
            if (end > 0 && dollar >= done) {
                String name = text.substring(dollar + 2, end);
                Optional<String> value = text.charAt(dollar + 1) == '{' ? withDefault(name, more) : value(name, more);
                if (value.isPresent()) {
                    expanded.append(text, done, dollar).append(value.get());
                    done = end + 1;
                }
            }
        }
        return expanded.append(text, done, text.length()).toString();
    }

    /** Where a reference ends; a default may hold further ones. */
    private static int closing(String text, int open) {
        char opening = text.charAt(open);
        char closing = opening == '(' ? ')' : '}';
        int depth = 0;
        int last = opening == '(' || opening == '{' ? Math.min(text.length(), open + MAX_REFERENCE) : open;
        for (int i = open; i < last; i++) {
            if (text.charAt(i) == opening) {
                depth++;
            } else if (text.charAt(i) == closing && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Spring and shells have a default behind a colon, and names that are written more ways than one. */
    private Optional<String> withDefault(String text, Function<String, Optional<String>> more) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String relaxed = name.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
        Optional<String> known = Optional.ofNullable(variables.getOrDefault(name, variables.get(relaxed)))
                .map(Variable::value)
                .or(() -> value(name, more));
        if (known.isPresent() || colon < 0) {
            return known;
        }
        String other = text.substring(colon + 1);
        return Optional.of(expanded(other.startsWith("-") ? other.substring(1) : other, more));
    }

    private Optional<String> value(String name, Function<String, Optional<String>> more) {
        return Optional.ofNullable(variables.get(name))
                .map(Variable::value)
                .or(() -> link(name))
                .or(() -> more.apply(name));
    }
}
