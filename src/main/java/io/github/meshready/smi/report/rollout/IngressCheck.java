package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.policy.IngressBackend;
import io.github.meshready.smi.report.Markdown;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether traffic from outside of the mesh comes in where an IngressBackend says so. */
final class IngressCheck {

    private static final String HTTP = "http";

    private final Rollout rollout;
    private final Set<String> commands = new LinkedHashSet<>();

    IngressCheck(Rollout rollout) {
        this.rollout = rollout;
        for (IngressBackend policy : rollout.verified().facts().policies().ingressBackends()) {
            commands.add("kubectl get ingressbackend "
                    + ShellWord.of(policy.object().name()) + " -n "
                    + ShellWord.of(policy.object().namespace())
                    + " -o jsonpath='{.status.currentStatus}{\"\\n\"}'");
            policy.backends().forEach(backend -> addWays(policy, backend));
        }
    }

    List<String> commands() {
        return List.copyOf(commands);
    }

    void write(Markdown text) {
        if (!commands.isEmpty()) {
            text.paragraph(
                    "Does traffic from outside come in? Each IngressBackend has to be `committed`; then try the address that"
                            + " users have. The verifying command knows only http from an ingress controller's Service.");
            text.commands(commands());
        }
    }

    private void addWays(IngressBackend policy, IngressBackend.Backend backend) {
        if (!backend.protocol().equalsIgnoreCase(HTTP)) {
            return;
        }
        ObjectName name = new ObjectName(policy.object().namespace(), backend.service());
        Optional<String> pod = rollout.application().service(name).stream()
                .map(rollout::behind)
                .flatMap(List::stream)
                .flatMap(workload -> rollout.pod(workload).stream())
                .findFirst();
        policy.sources().stream()
                .filter(IngressBackend.Source::isService)
                .forEach(source -> pod.ifPresent(
                        to -> commands.add(rollout.mesh().ingress(source.name().toString(), to, policy, backend))));
    }
}
