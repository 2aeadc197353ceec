package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what the kubelet asks of a container over the network. Commands are none of it. */
final class ProbeReader {

    private ProbeReader() {}

    static List<Probe> read(Fields container) {
        List<Probe> probes = new ArrayList<>();
        Optional<Fields> lifecycle = container.mapping("lifecycle");
        for (Probe.Occasion occasion : Probe.Occasion.values()) {
            Optional<Fields> holder = occasion.isProbe() ? Optional.of(container) : lifecycle;
            holder.flatMap(fields -> fields.mapping(occasion.toString()))
                    .ifPresent(asked -> read(occasion, asked, probes));
        }
        return probes;
    }

    private static void read(Probe.Occasion occasion, Fields asked, List<Probe> probes) {
        for (Probe.Form form : Probe.Form.values()) {
            asked.mapping(form.toString())
                    .filter(fields -> fields.text("host").isEmpty()) // another host says nothing of this pod
                    .ifPresent(fields -> fields.port("port")
                            .ifPresent(port -> probes.add(new Probe(
                                    occasion,
                                    form,
                                    port,
                                    fields.text("path").orElse(""),
                                    fields.text("scheme").orElse("").equalsIgnoreCase("HTTPS"),
                                    fields.location("port")))));
        }
    }
}
