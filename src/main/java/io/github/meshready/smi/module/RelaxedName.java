package io.github.meshready.smi.module;

import java.util.Locale;

/**
 * One spelling for {@code spring.redis.host}, {@code SPRING_REDIS_HOST} and {@code spring.redis-host}, which frameworks
 * take for the same (Spring Boot's relaxed binding, MicroProfile Config's mapping of names).
 */
public final class RelaxedName {

    private RelaxedName() {}

    public static String of(String key) {
        String upper = key.toUpperCase(Locale.ROOT);
        StringBuilder plain = new StringBuilder(upper.length());
        for (int i = 0; i < upper.length(); i++) {
            if (Character.isLetterOrDigit(upper.charAt(i))) {
                plain.append(upper.charAt(i));
            }
        }
        return plain.toString();
    }
}
