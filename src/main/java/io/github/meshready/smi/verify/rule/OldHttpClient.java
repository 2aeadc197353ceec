package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.ConfigData;
import io.github.meshready.smi.app.ConfigMount;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Evidence;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Configuration of nginx that passes requests on as HTTP/1.0, which sidecars refuse (pkg/envoy/lds/http_connection.go). */
final class OldHttpClient implements Rule {

    private static final String VERSION = "proxy_http_version";

    @Override
    public String id() {
        return "SMI-POD-09";
    }

    @Override
    public List<Finding> check(Facts facts) {
        if (!facts.dialect().usesEnvoy()) {
            return List.of(); // what the fork's proxy does is not known
        }
        List<Finding> findings = new ArrayList<>();
        for (Workload workload : facts.meshed()) {
            List<ConfigData.Entry> files = files(facts, workload);
            List<ConfigData.Entry> passing =
                    files.stream().filter(file -> says(file, "proxy_pass ")).toList();
            boolean old = !passing.isEmpty() && files.stream().noneMatch(file -> says(file, VERSION));
            if (old && callsByFile(facts, workload)) {
                passing.forEach(file -> findings.add(finding(workload, file)));
            }
        }
        return findings;
    }

    private static boolean callsByFile(Facts facts, Workload workload) {
        return facts.graph().calls().stream()
                .filter(call -> call.source().equals(workload) && call.protocol() == AppProtocol.HTTP)
                .flatMap(call -> call.evidence().stream())
                .anyMatch(evidence -> evidence.place() == Evidence.Place.FILE);
    }

    private static List<ConfigData.Entry> files(Facts facts, Workload workload) {
        List<ConfigData.Entry> files = new ArrayList<>();
        for (Container container : workload.pod().containers()) {
            for (ConfigMount mount : container.mounts()) {
                facts.application()
                        .config(workload.namespace(), mount.source())
                        .ifPresent(config -> config.entries().forEach((key, entry) -> {
                            if (mount.takes(key)) {
                                files.add(entry);
                            }
                        }));
            }
        }
        return files;
    }

    /** @param start how a directive starts */
    private static boolean says(ConfigData.Entry file, String start) {
        return file.value().contains(start)
                && file.value()
                        .lines()
                        .map(String::strip)
                        .flatMap(line -> Stream.of(line.split("[{;]\\s*", -1)))
                        .anyMatch(directive -> directive.startsWith(start));
    }

    private Finding finding(Workload workload, ConfigData.Entry file) {
        return Finding.of(
                this,
                Severity.WARNING,
                workload.object(),
                file.location(),
                "its nginx passes requests on without saying " + VERSION,
                "older releases of nginx then speak HTTP/1.0, which sidecars answer with 426",
                "add proxy_http_version 1.1; beside proxy_pass");
    }
}
