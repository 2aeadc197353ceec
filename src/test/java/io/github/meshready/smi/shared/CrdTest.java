package io.github.meshready.smi.shared;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.generate.InMemory;
import io.github.meshready.smi.generate.PlainObjects;
import io.github.meshready.smi.generate.RandomApplication;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.DeclaredIngress;
import io.github.meshready.smi.policy.DeclaredSplit;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.policy.PolicyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written, against the CRDs of the mesh that it is written for: the API server takes all of it. */
class CrdTest {

    private static final int APPLICATIONS = 300;
    private static final String OSM = "osm-1.2";

    @TempDir
    private Path base;

    @Test
    void osmTakesWhatIsWrittenForRandomApplications() throws IOException {
        CrdSchemas crds = crds(OSM);
        Set<String> kinds = new TreeSet<>();
        for (long seed = 0; seed < APPLICATIONS; seed++) {
            RandomApplication application = new RandomApplication(seed, AccountMode.MISSING);
            kinds.addAll(checkAll(crds, InMemory.generate(application), application.toString()));
        }
        assertThat(kinds).containsExactly("HTTPRouteGroup", "TCPRoute", "TrafficTarget");
    }

    @Test
    void osmTakesWhatIsWrittenForRealApplications() throws IOException {
        CrdSchemas crds = crds(OSM);
        Path corpus = SharedData.folder("corpus");
        Set<String> kinds = new TreeSet<>();
        try (Stream<Path> folders = Files.list(corpus)) {
            for (Path application : folders.map(folder -> folder.resolve("manifests"))
                    .filter(Files::isDirectory)
                    .toList()) {
                Path folder = Files.createTempDirectory(base, "app");
                kinds.addAll(checkAll(crds, written(folder, List.of(application)), application.toString()));
            }
        }
        assertThat(kinds).contains("HTTPRouteGroup", "TCPRoute", "TrafficTarget");
    }

    /** Every kind of object that is written, each for the mesh that it is for. */
    @ParameterizedTest
    @CsvSource({"osm-1.2, osm:1.2", "fsm-1.5, fsm:1.5"})
    void takesWhatIsWrittenForAChosenOne(String folder, String mesh) throws IOException {
        Dialect dialect = Dialect.of(mesh).orElseThrow();
        Path file = Files.writeString(
                base.resolve("app.yaml"),
                String.join(
                        "---\n",
                        List.of(
                                deployment(
                                        "a",
                                        "web",
                                        env("API", "http://api:80"),
                                        "args: ['--db=postgres://db:5432', '--pay=https://pay.example.com',"
                                                + " '--mongo=mongodb://203.0.113.9']"),
                                service("a", "web", "{port: 80}").replace("spec:", "spec:\n  type: LoadBalancer"),
                                deployment("a", "api", "ports: [{name: h, containerPort: 8080}]"),
                                service("a", "api", "{port: 80, targetPort: h}"),
                                deployment("a", "db"),
                                service("a", "db", "{port: 5432}", "{port: 9187, name: metrics}"))));
        Path config = Files.writeString(
                base.resolve("mesh.yaml"),
                "apiVersion: %s/v1alpha2\nkind: MeshConfig\nmetadata: {name: %s, namespace: x}\nspec: {traffic: {enableEgress: false}}\n"
                        .formatted(dialect.group("config"), dialect.meshConfigName()));
        Settings settings =
                new Settings("default", "mesh", dialect, Optional.of(false), EgressMode.WRITE, Optional.of(config));
        DeclaredIngress ingress = new DeclaredIngress(
                Optional.of(new ObjectName("nginx", "controller")), List.of("10.0.0.0/8"), List.of(), List.of("web"));
        DeclaredIngress certificates =
                new DeclaredIngress(Optional.empty(), List.of(), List.of("gw.nginx.cluster.local"), List.of("api"));
        PlanRequest request = new PlanRequest(
                settings,
                AccountMode.MISSING,
                Set.of(),
                PolicyMode.ALWAYS,
                List.of(new DeclaredSplit("api", List.of(new DeclaredSplit.Backend("api", "100")))),
                List.of(ingress, certificates),
                Optional.of("10.0.0.1/32"));
        GenerateResult written = new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(file)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        request));
        assertThat(checkAll(crds(folder), InMemory.texts(written.applySet()), "chosen"))
                .containsExactly(
                        "Egress", "HTTPRouteGroup", "IngressBackend", "TCPRoute", "TrafficSplit", "TrafficTarget");
    }

    /** The schemas are not blind: what OSM's API server refuses or drops, each for one reason. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nothing                    | x: y                               | x: y               | 0
            a field that is dropped    | name: m                            | name: m, host: x   | 1
            a port of the destination  | {kind: ServiceAccount, name: api,  | {port: 80, kind: ServiceAccount, name: api, | 1
            headers as a map           | name: m                            | name: m, headers: {a: b} | 1
            a method in small letters  | name: m                            | name: m, methods: [get]  | 1
            a foreign kind of rule     | kind: HTTPRouteGroup, name: g, m   | kind: Route, name: g, m  | 1
            no ports                   | {ports: [80]}                      | {}                 | 1
            a name beside the ports    | {ports: [80]}                      | {ports: [80], name: x}   | 1
            a port that is no number   | {ports: [80]}                      | {ports: [http]}    | 1
            a version that is not served | v1alpha3                         | v1alpha2           | 1
            a kind that is none        | kind: TCPRoute                     | kind: UDPRoute     | 1
            """)
    void refusesWhatTheApiServerDoes(String what, String old, String by, int faults) throws IOException {
        CrdSchemas crds = crds(OSM);
        String text = String.join(
                "---\n",
                List.of(
                        target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                        group("a", "g", "{name: m}"),
                        tcpRoute("a", "r", "80")));
        String edited = text.replace(old, by);
        long found = PlainObjects.read(List.of(edited)).all().stream()
                .flatMap(object -> crds.faults(object).stream())
                .count();
        assertThat(edited.equals(text)).isEqualTo(faults == 0);
        assertThat(found).isEqualTo(faults);
    }

    /** @param folder a folder of CRDs, one for each mesh */
    private static CrdSchemas crds(String folder) throws IOException {
        return new CrdSchemas(SharedData.folder("crds").resolve(folder));
    }

    private static List<String> written(Path folder, List<Path> manifests) throws IOException {
        return InMemory.texts(
                new Goals(folder, Declarations.NONE).generate(manifests).applySet());
    }

    /** The kinds of objects that were checked. */
    private static Set<String> checkAll(CrdSchemas crds, List<String> texts, String about) {
        Set<String> kinds = new TreeSet<>();
        for (Map<String, Object> object : PlainObjects.read(texts).all()) {
            if (crds.concern(object)) {
                kinds.add(object.get("kind").toString());
                assertThat(crds.faults(object)).as("%s%n%s", object, about).isEmpty();
            }
        }
        return kinds;
    }
}
