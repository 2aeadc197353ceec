package io.github.meshready.smi.it;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.ManifestReader;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.rule.Rules;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers who may do what, from the files that a build wrote and nothing else. */
public final class WrittenMesh {

    private final Mesh mesh;

    WrittenMesh(Path base, String namespace) {
        FileNames names = new FileNames(base);
        VerifyRequest request = new VerifyRequest(
                ManifestReader.ofAnything(names)
                        .read(Inputs.of(List.of(base.resolve("target/smi"))))
                        .files(),
                new Settings(namespace, "osm", Dialect.DEFAULT, Optional.empty(), EgressMode.WRITE, Optional.empty()),
                Declarations.NONE,
                Set.of(),
                names);
        this.mesh = new Verifier(Rules.all()).verify(request).facts().mesh();
    }

    /** What happens to a request; names are unique in the application. */
    public Outcome ask(String from, String to, String method, String path, Map<String, String> headers) {
        Service service = service(to);
        HttpRequest request = new HttpRequest(method, path, headers);
        return mesh.decide(
                        new Connection(workload(from), service, service.ports().get(0)), request)
                .outcome();
    }

    /** What happens to a connection. */
    public Outcome connect(String from, String to) {
        Service service = service(to);
        return mesh.decide(
                        new Connection(workload(from), service, service.ports().get(0)))
                .outcome();
    }

    private Workload workload(String name) {
        Application application = mesh.application();
        return application.workloads().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Service service(String name) {
        return mesh.application().services().stream()
                .filter(each -> each.name().name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
