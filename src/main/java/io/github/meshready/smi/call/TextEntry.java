package io.github.meshready.smi.call;

import java.util.Map;

/**
 * A value of a file.
 *
 * @param key its key, or the empty string
 * @param value the value
 * @param siblings what stands beside it, by key, itself included
 */
record TextEntry(String key, String value, Map<String, String> siblings) {}
