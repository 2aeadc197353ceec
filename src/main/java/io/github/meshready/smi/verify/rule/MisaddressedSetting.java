package io.github.meshready.smi.verify.rule;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Rule;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** UpstreamTrafficSettings whose host is not that of a Service as the mesh writes it (pkg/policy/client.go). */
final class MisaddressedSetting implements Rule {

    private static final String DOMAIN = ".svc.cluster.local";

    @Override
    public String id() {
        return "SMI-UTS-01";
    }

    @Override
    public List<Finding> check(Facts facts) {
        List<Finding> findings = new ArrayList<>();
        for (KubeObject setting : TrafficSettings.of(facts)) {
            String host = TrafficSettings.host(setting);
            if (host.isEmpty()) {
                findings.add(finding(
                        setting,
                        "it names no host",
                        "the mesh applies it to every Service that it looks up by no host",
                        "name the host of one Service: NAME.NAMESPACE" + DOMAIN));
            } else {
                meant(facts, setting, host).ifPresent(name -> check(setting, host, name, findings));
            }
        }
        return findings;
    }

    /** The Service that a host of any form names; a host outside of the cluster is for an Egress. */
    private static Optional<ObjectName> meant(Facts facts, KubeObject setting, String host) {
        List<String> labels = List.of(host.split("\\.", -1));
        boolean inCluster = labels.size() < 3 || labels.get(2).equals("svc");
        ObjectName name = new ObjectName(labels.size() > 1 ? labels.get(1) : setting.namespace(), labels.get(0));
        return inCluster && facts.application().service(name).isPresent() ? Optional.of(name) : Optional.empty();
    }

    private void check(KubeObject setting, String host, ObjectName name, List<Finding> findings) {
        String full = name.name() + "." + name.namespace() + DOMAIN;
        if (!host.equals(full)) {
            findings.add(finding(
                    setting,
                    "its host " + Printable.text(host) + " is not the full name of Service " + name,
                    "the mesh compares full names: it applies the setting to nothing",
                    "write " + full));
        } else if (!name.namespace().equals(setting.namespace())) {
            findings.add(finding(
                    setting,
                    "its host is that of Service " + name + ", in another namespace",
                    "the mesh applies it to Services of its own namespace only",
                    "put it into namespace " + name.namespace()));
        }
    }

    private Finding finding(KubeObject setting, String message, String consequence, String fix) {
        return Finding.of(
                this, Severity.ERROR, setting, TrafficSettings.hostLocation(setting), message, consequence, fix);
    }
}
