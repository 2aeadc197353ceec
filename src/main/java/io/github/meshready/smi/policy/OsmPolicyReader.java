package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.policy.IngressBackend.Backend;
import io.github.meshready.smi.policy.IngressBackend.Source;
import java.util.List;
import java.util.Optional;

/** Reads the mesh's own policies: traffic that enters it, and traffic that leaves it. */
final class OsmPolicyReader {

    private static final int MAX_PORT = 65535;

    private OsmPolicyReader() {}

    static EgressPolicy egress(KubeObject object) {
        Optional<Fields> spec = object.fields().mapping("spec");
        return new EgressPolicy(
                object,
                spec.map(fields -> fields.mappings("sources")).orElse(List.of()).stream()
                        .map(PolicyReader::account)
                        .toList(),
                texts(spec, "hosts"),
                texts(spec, "ipAddresses"),
                spec.map(fields -> fields.mappings("ports")).orElse(List.of()).stream()
                        .map(port -> new EgressPolicy.Port(
                                port.integer("number", 1, MAX_PORT).orElseThrow(() -> port.missing("number")),
                                port.text("protocol").orElse(""),
                                port.location()))
                        .toList());
    }

    private static List<String> texts(Optional<Fields> spec, String key) {
        return spec.map(fields -> fields.scalars(key)).orElse(List.of()).stream()
                .map(ScalarNode::value)
                .toList();
    }

    static IngressBackend ingressBackend(KubeObject object) {
        Optional<Fields> spec = object.fields().mapping("spec");
        return new IngressBackend(
                object,
                spec.map(fields -> fields.mappings("backends")).orElse(List.of()).stream()
                        .map(OsmPolicyReader::backend)
                        .toList(),
                spec.map(fields -> fields.mappings("sources")).orElse(List.of()).stream()
                        .map(OsmPolicyReader::source)
                        .toList());
    }

    private static Backend backend(Fields fields) {
        Fields port = fields.requiredMapping("port");
        return new Backend(
                fields.strictText("name").orElseThrow(() -> fields.missing("name")),
                port.integer("number", 1, MAX_PORT).orElseThrow(() -> port.missing("number")),
                port.text("protocol").orElse(""),
                fields.mapping("tls")
                        .flatMap(tls -> tls.bool("skipClientCertValidation"))
                        .orElse(false),
                fields.location());
    }

    private static Source source(Fields fields) {
        return new Source(
                fields.text("kind").orElse(""),
                new ObjectName(
                        fields.strictText("namespace").orElse(""),
                        fields.strictText("name").orElseThrow(() -> fields.missing("name"))),
                fields.location());
    }
}
