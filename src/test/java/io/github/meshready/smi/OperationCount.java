package io.github.meshready.smi;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many operations each method of the classes of a {@link CountingLoader} has done, in a test of one thread. */
public final class OperationCount {

    private static final List<String> METHODS = new ArrayList<>();
    private static long[] counts = new long[1024];

    private OperationCount() {}

    /** One more; called from code that {@link CountingLoader} changed. */
    public static void add(int method) {
        counts[method]++;
    }

    /** The number of a method that is to be counted. */
    static int register(String method) {
        METHODS.add(method);
        if (METHODS.size() > counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        return METHODS.size() - 1;
    }

    static Map<String, Long> byMethod() {
        Map<String, Long> byMethod = new TreeMap<>();
        for (int i = 0; i < METHODS.size(); i++) {
            byMethod.merge(METHODS.get(i), counts[i], Long::sum);
        }
        return byMethod;
    }

    static void clear() {
        Arrays.fill(counts, 0);
    }
}
