package io.github.meshready.smi.module;

import java.util.Locale;

/**
 * One spelling for {@code spring.redis.host}, {@code SPRING_REDIS_HOST} and {@code spring.redis-host}, which frameworks
 * take for the same (Spring Boot's relaxed binding, MicroProfile Config's mapping of names).
 */
public final class RelaxedName {

    private RelaxedName() {}

    public static String of(String key) {
        StringBuilder plain = new StringBuilder();
        key.toUpperCase(Locale.ROOT).chars().filter(Character::isLetterOrDigit).forEach(c -> plain.append((char) c));
        return plain.toString();
    }
}
