package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a Service. */
final class ServiceReader {

    private static final int MAX_PORT = 65535;

    private final Dialect dialect;

    ServiceReader(Dialect dialect) {
        this.dialect = dialect;
    }

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

    private ServicePort port(Fields port, int index) {
        int number = port.integer("port", 1, MAX_PORT).orElseThrow(() -> port.missing("port"));
        String name = port.text("name").orElse("");
        Optional<String> appProtocol = port.strictText("appProtocol").filter(text -> !text.isEmpty());
        return new ServicePort(
                index,
                name,
                number,
                port.port("targetPort").orElse(new TargetPort(number, "")),
                port.text("protocol").orElse("TCP"),
                appProtocol,
                MeshProtocol.of(appProtocol, name, dialect),
                port.location());
    }
}
