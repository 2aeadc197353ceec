package io.github.meshready.smi.route.code;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sources of the frameworks' types, by their true names, so that no framework is needed to compile what uses them. */
final class FrameworkTypes {

    private FrameworkTypes() {}

    /** One source for each package. */
    static List<String> sources() {
        List<String> sources = new ArrayList<>();
        StringBuilder source = new StringBuilder();
        for (String line : text().lines().filter(each -> !each.startsWith("#")).toList()) {
            if (line.startsWith("package ")) {
                sources.add(source.toString());
                source = new StringBuilder(line + ";\nimport java.lang.annotation.*;\n");
            } else {
                source.append(line.startsWith("@interface") ? "@Retention(RetentionPolicy.RUNTIME) " : "")
                        .append("public ")
                        .append(line)
                        .append('\n');
            }
        }
        sources.add(source.toString());
        return sources.subList(1, sources.size());
    }

    private static String text() {
        try (InputStream in = FrameworkTypes.class.getResourceAsStream("/framework-types.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
