package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What a workload is called: by its own name, by that of its image, by the usual labels. */
final class CalledNames {

    private static final List<String> LABELS = List.of("app", "app.kubernetes.io/name");

    private CalledNames() {}

    static Set<String> of(Workload workload, Container container) {
        Set<String> names = new HashSet<>(Set.of(workload.name()));
        names.add(ofImage(container.image()));
        LABELS.stream()
                .map(workload.pod().labels()::get)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    /** {@code web} of {@code registry.example.com/shop/web:1.0}. */
    static String ofImage(String image) {
        int start = image.lastIndexOf('/') + 1;
        int end = start;
        while (end < image.length() && image.charAt(end) != ':' && image.charAt(end) != '@') {
            end++;
        }
        return image.substring(start, end);
    }
}
