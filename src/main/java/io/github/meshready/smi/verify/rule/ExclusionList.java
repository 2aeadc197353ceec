package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Cidr;
import io.github.meshready.smi.app.ContainerPort;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An annotation of pods that lists what passes their sidecar by, or alone goes through it.
 *
 * @param annotation its key
 * @param ofPorts whether it lists ports rather than ranges of addresses
 * @param items what it lists, without the blanks around
 */
record ExclusionList(String annotation, boolean ofPorts, List<String> items) {

    private static final List<String> PORTS = List.of("outbound-port-exclusion-list", "inbound-port-exclusion-list");
    private static final List<String> RANGES =
            List.of("outbound-ip-range-exclusion-list", "outbound-ip-range-inclusion-list");
    private static final int MAX_DIGITS = 9;

    ExclusionList {
        items = List.copyOf(items);
    }

    /** The lists that the pods of a workload carry. */
    static List<ExclusionList> of(Workload workload, Dialect dialect) {
        List<ExclusionList> lists = new ArrayList<>();
        Stream.concat(PORTS.stream(), RANGES.stream()).forEach(name -> {
            String annotation = dialect.key(name);
            String value = workload.pod().annotations().get(annotation);
            if (value != null) {
                List<String> items =
                        Stream.of(value.split(",", -1)).map(String::strip).toList();
                lists.add(new ExclusionList(annotation, PORTS.contains(name), items));
            }
        });
        return lists;
    }

    /** Whether it lists ranges whose traffic passes the sidecar by. */
    boolean excludesRanges() {
        return annotation.endsWith(RANGES.get(0));
    }

    /** What is wrong with an item, in words. */
    Optional<String> fault(String item) {
        if (item.isEmpty()) {
            return Optional.of("an empty item");
        }
        if (ofPorts) {
            return isPort(item) ? Optional.empty() : Optional.of(Printable.text(item) + ", which is no port");
        }
        return Cidr.isRange(item) || isSixRange(item)
                ? Optional.empty()
                : Optional.of(Printable.text(item) + ", which is no range of addresses");
    }

    private static boolean isPort(String item) {
        boolean digits = item.length() <= MAX_DIGITS && item.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits && Integer.parseInt(item) >= 1 && Integer.parseInt(item) <= ContainerPort.LARGEST;
    }

    /** Roughly: such a range is read, and then of no use (SMI-INJ-06). */
    static boolean isSixRange(String item) {
        return item.indexOf(':') >= 0 && item.indexOf('/') > 0;
    }
}
