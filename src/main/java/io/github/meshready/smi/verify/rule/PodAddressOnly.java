package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.Argument;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.MeshConfig;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.mesh.ServedPort;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Applications that listen at the pod's own address, where the sidecar does not look for them (osm#4653, osm#5038). */
final class PodAddressOnly implements Rule {

    private static final String POD_IP = "PodIP";

    @Override
    public String id() {
        return "SMI-POD-07";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        if (facts.mesh()
                .mode()
                .config()
                .flatMap(MeshConfig::proxyMode)
                .filter(POD_IP::equals)
                .isPresent()) {
            return List.of();
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            if (facts.application().servicesOf(workload).isEmpty()) {
                continue; // nobody calls it
            }
            Optional<Argument> told = toldSo(workload);
            if (told.isPresent()) {
                findings.add(finding(
                        facts,
                        workload,
                        Severity.WARNING,
                        told.get().location(),
                        "its command tells it to listen at the pod's own address only"));
            } else {
                peerPort(facts, workload)
                        .ifPresent(port -> findings.add(finding(
                                facts,
                                workload,
                                Severity.INFO,
                                workload.object().location(),
                                "the members of its cluster call each other on port " + port
                                        + ", where such software usually listens at the pod's own address only")));
            }
        }
        return findings;
    }

    /** A word such as {@code --bind-address=$(POD_IP)}, where POD_IP is the pod's address. */
    private static Optional<Argument> toldSo(Workload workload) {
        Set<String> variables = new HashSet<>();
        for (Fields container : workload.podSpec().mappings("containers")) {
            for (Fields variable : container.mappings("env")) {
                variable.mapping("valueFrom")
                        .flatMap(from -> from.mapping("fieldRef"))
                        .flatMap(field -> field.text("fieldPath"))
                        .filter("status.podIP"::equals)
                        .ifPresent(path -> variables.add(variable.text("name").orElse("")));
            }
        }
        return workload.pod().containers().stream()
                .filter(container -> !container.init())
                .flatMap(container -> container.arguments().stream())
                .filter(word -> variables.stream().anyMatch(variable -> binds(word.value(), variable)))
                .findFirst();
    }

    private static boolean binds(String word, String variable) {
        int equals = word.indexOf('=');
        if (equals < 0) {
            return false;
        }
        String option = word.substring(0, equals).toLowerCase(Locale.ROOT);
        String value = word.substring(equals + 1);
        boolean listens = (option.contains("bind") || option.contains("listen")) && !option.contains("advertise");
        return listens && (value.startsWith("$(" + variable + ")") || value.startsWith("${" + variable + "}"));
    }

    private static Optional<Integer> peerPort(Facts facts, Workload workload) {
        return PeerPorts.of(facts, workload).stream()
                .filter(served -> PeerPorts.isAtPodAddress(served.targetPort()))
                .map(ServedPort::targetPort)
                .findFirst();
    }

    private Finding finding(Facts facts, Workload workload, Severity severity, Location location, String message) {
        return Finding.of(
                this,
                severity,
                workload.object(),
                location,
                message,
                "the sidecar hands calls on to 127.0.0.1, where nothing listens then: they get 503",
                facts.dialect().hasProxyMode()
                        ? "let it listen at 0.0.0.0, or set sidecar.localProxyMode of the MeshConfig to PodIP"
                        : "let it listen at 0.0.0.0");
    }
}
