package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a Service. */
final class ServiceReader {

    private static final int MAX_PORT = 65535;

    Service read(KubeObject object) {
        Optional<Fields> spec = object.fields().mapping("spec");
        if (spec.isEmpty()) {
            throw object.fields().missing("spec");
        }
        Fields fields = spec.get();
        String type = fields.text("type").orElse("ClusterIP");
        boolean headless = fields.text("clusterIP").filter("None"::equals).isPresent();
        List<ServicePort> ports = new ArrayList<>();
        for (Fields port : fields.mappings("ports")) {
            ports.add(port(port, ports.size()));
        }
        // An ExternalName is a DNS alias: whatever selector it carries selects nothing.
        boolean alias = type.equals(Service.EXTERNAL_NAME);
        return new Service(object, type, headless, alias ? Map.of() : fields.labels("selector"), ports);
    }

    private static ServicePort port(Fields port, int index) {
        int number = port.integer("port", 1, MAX_PORT).orElseThrow(() -> port.missing("port"));
        return new ServicePort(
                index,
                port.text("name").orElse(""),
                number,
                port.port("targetPort").orElse(new TargetPort(number, "")),
                port.text("protocol").orElse("TCP"),
                port.strictText("appProtocol").filter(text -> !text.isEmpty()),
                port.location());
    }
}
