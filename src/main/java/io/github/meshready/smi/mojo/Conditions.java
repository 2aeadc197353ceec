package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.Digest;
import java.io.File;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;

/**
 * What a run is told besides files: a line for each thing, of its name and a digest of what it is. Parameters are taken from the
 * goal's fields as they are, so that a new one counts without another word, and one of a kind that is not known here leaves
 * nothing that could be compared.
 */
final class Conditions {

    private final Path base;
    private final List<String> lines = new ArrayList<>();
    private boolean complete = true;

    /** @param base the project's folder, which paths are relative to, so that they are the same everywhere */
    Conditions(Path base) {
        this.base = base;
    }

    /** All of them; empty if they cannot all be told. */
    Optional<List<String>> lines() {
        return complete ? Optional.of(List.copyOf(lines)) : Optional.empty();
    }

    /** Adds a thing. */
    void add(String name, Object value) {
        StringBuilder text = new StringBuilder();
        append(text, value);
        lines.add(name + " " + Digest.of(text.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Adds the parameters of a goal: the fields that Maven sets, which cannot be final.
     *
     * @param ignored the name of a parameter that makes no difference to what a run does
     */
    void addParameters(AbstractMojo goal, String ignored) {
        for (Class<?> type = goal.getClass(); type != AbstractMojo.class; type = type.getSuperclass()) {
            for (Field field : fields(type)) {
                if (!Modifier.isFinal(field.getModifiers()) && !field.getName().equals(ignored)) {
                    add(field.getName(), value(field, goal));
                }
            }
        }
    }

    /** By name, as Java promises no order. */
    private static Collection<Field> fields(Class<?> type) {
        SortedMap<String, Field> fields = new TreeMap<>();
        for (Field field : type.getDeclaredFields()) {
            if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic()) {
                fields.put(field.getName(), field);
            }
        }
        return fields.values();
    }

    private static Object value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return field.get(owner);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e); // it was just made accessible
        }
    }

    /** Writes a value so that no other one is written alike: each kind by its letter, each text behind its length. */
    private void append(StringBuilder text, Object value) {
        if (value == null) {
            text.append('-');
        } else if (value instanceof String string) {
            text.append('t').append(string.length()).append(':').append(string);
        } else if (value instanceof Boolean || value instanceof Integer) {
            text.append('v').append(value).append(';');
        } else if (value instanceof File file) {
            append(text, path(file.toPath()));
        } else if (value instanceof Path path) {
            append(text, path(path));
        } else if (value instanceof MojoExecution execution) {
            append(text, Build.described(execution));
        } else if (value instanceof List<?> list) {
            text.append('l').append(list.size()).append(':');
            for (Object each : list) {
                append(text, each);
            }
        } else if (value instanceof Map<?, ?> map) {
            text.append('m');
            append(text, entries(map));
        } else if (value.getClass().getPackage().equals(getClass().getPackage())) {
            appendElement(text, value);
        } else {
            complete = false;
        }
    }

    /** Keys and values by key; Maven fills maps with texts only. */
    private static List<Object> entries(Map<?, ?> map) {
        Map<String, Object> sorted = new TreeMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            sorted.put(String.valueOf(entry.getKey()), entry.getValue());
        }
        List<Object> entries = new ArrayList<>();
        for (Map.Entry<String, Object> entry : sorted.entrySet()) {
            entries.add(entry.getKey());
            entries.add(entry.getValue());
        }
        return entries;
    }

    /** An element of the pom, which Maven makes an object of this package of. */
    private void appendElement(StringBuilder text, Object element) {
        append(text, element.getClass().getSimpleName());
        for (Class<?> type = element.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : fields(type)) {
                append(text, value(field, element));
            }
        }
        text.append('.');
    }

    private String path(Path path) {
        Path absolute = base.resolve(path).normalize();
        if (!base.getRoot().equals(absolute.getRoot())) {
            complete = false; // there is no way from one drive to another
            return "";
        }
        return base.relativize(absolute).toString();
    }
}
