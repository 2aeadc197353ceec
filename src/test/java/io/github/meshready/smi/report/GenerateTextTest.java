package io.github.meshready.smi.report;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GenerateTextTest {

    private static final String CONFIG =
            "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\nmetadata: {name: osm-mesh-config, namespace: osm-system}\n";

    @TempDir
    private Path base;

    static Stream<Arguments> lines() {
        String api = deployment("shop", "api") + "---\n" + service("shop", "api", "{port: 80}");
        String web = deployment("shop", "web", env("API", "http://api"));
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: shop}\n";
        String binding =
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: ClusterRoleBinding\nmetadata: {name: b}\nroleRef: {}\n"
                        + "subjects: [{kind: ServiceAccount, name: web, namespace: shop}]\n";
        String external = deployment("shop", "web", env("API_URL", "https://example.com/x"));
        return Stream.of(
                of("info   Deployment web runs as shop/web (was default)", deploymentAs("shop", "web", "")),
                of(
                        "info   Deployment web runs as shop/web (was default; the manifests define it already)",
                        deploymentAs("shop", "web", ""),
                        account),
                of(
                        "info   Deployment web runs as shop/web-HASH (was default; shop/web has rights of its own and"
                                + " was not taken)",
                        deploymentAs("shop", "web", ""),
                        account,
                        binding),
                of("info   web -> api:80 http (env API)", api, web),
                of(
                        "warn Service shop/odd port 7777: nothing tells what is spoken there; it is taken for tcp, which"
                                + " carries http without routes. To settle it: <call><from>Deployment/shop/web</from>"
                                + "<to>shop/odd</to><port>7777</port><protocol>http</protocol></call>",
                        deployment("shop", "odd") + "---\n" + service("shop", "odd", "{port: 7777}"),
                        deployment("shop", "web", env("ODD_ADDR", "odd"))),
                of("info   HTTPRouteGroup shop/api-routes", api, web),
                of(
                        "info   web -> api:80 http (env UPSTREAM_X)  <call><from>Deployment/shop/web</from><to>shop/api</to>"
                                + "<port>80</port></call>",
                        api,
                        deployment("shop", "web", env("UPSTREAM_X", "api"))),
                of(
                        "info   web -> api:80 http (env API)",
                        api,
                        web,
                        target("shop", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                        group("shop", "g", "{name: m, pathRegex: /x}")),
                of(
                        "info Hosts outside of the cluster (the mesh lets these calls out unless enableEgress is false): 1",
                        external),
                of(
                        "info Hosts outside of the cluster (the MeshConfig lets these calls out): 1",
                        external,
                        CONFIG + "spec: {traffic: {enableEgress: true}}\n"),
                of(
                        "info Hosts outside of the cluster (the MeshConfig lets none out, so each needs an Egress): 1",
                        external,
                        CONFIG + "spec: {traffic: {enableEgress: false}}\n"),
                of(
                        "info app.yaml:12:8: *s is written out, so that only one of the places that it joins is changed",
                        deploymentAs("shop", "web", "").replace("    spec:\n", "    spec: &s\n") + "other: *s\n"),
                of(
                        "warn Permissive mode is on: the mesh would ignore TrafficTargets, so none are written; to write them"
                                + " ahead, set smi.policies to always",
                        web,
                        CONFIG + "spec: {traffic: {enablePermissiveTrafficPolicyMode: true}}\n"),
                of("warn No workload was found: nothing to bring into the mesh", account),
                of(
                        "warn 1 object without a namespace: taken to be for namespace default, which OSM's documentation"
                                + " advises against; set smi.namespace",
                        web.replace(", namespace: shop", "")),
                of(
                        "warn Namespace kube-system stays out of the mesh: namespace kube-system belongs to the cluster",
                        deployment("kube-system", "web")),
                of(
                        "warn Deployment/shop/web stays out of the mesh: its pods use the host's network",
                        web.replace("    spec:\n", "    spec:\n      hostNetwork: true\n")),
                of("warn <ignoredCall> any -> nowhere matches no call", web),
                of(
                        "warn web -> api:80 http (env API): no policy, because the manifests say which callers may use"
                                + " which routes of shop/api, and say nothing of shop/web; add it to the sources of the"
                                + " TrafficTarget with the routes that it needs",
                        api,
                        web,
                        target("shop", "t", "api", "other", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                        group("shop", "g", "{name: m, pathRegex: /x}")));
    }

    private static Arguments of(String line, String... documents) {
        return Arguments.of(line, documents);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void says(String line, String... documents) throws IOException {
        assertThat(text(documents)).contains(line);
    }

    @Test
    void cutsLongLists() throws IOException {
        String[] many = IntStream.range(0, 50)
                .mapToObj(i -> deploymentAs("shop", "w" + i, ""))
                .toArray(String[]::new);
        assertThat(text(many))
                .contains("info Service accounts: 50", "info   and 10 more, in mesh.json")
                .hasSizeLessThan(60);
    }

    @Test
    void sendsNobodyToTheClusterWithErrors() throws IOException {
        String[] sound = {
            deploymentAs("shop", "web", "", env("API", "http://api")),
            deploymentAs("shop", "api", ""),
            service("shop", "api", "{port: 80}")
        };
        assertThat(next(sound)).isEqualTo("Next: mvn smi:verify, then: kubectl apply -R -f target/smi");
        sound[2] = service("shop", "api", "{port: 80, appProtocol: https}");
        assertThat(next(sound)).isEqualTo("Next: correct what is wrong above (2 errors), and generate again");
    }

    /** A line that a value of a manifest begins could be a command to the CI system that shows it. */
    @Test
    void letsNoValueBeginALine() throws IOException {
        String command = "\\n##vso[task.setvariable]x\\n::error::x";
        List<String> text = text(
                deployment("shop", "web", "env: [{name: \"A_URL" + command + "\", value: \"http://api:1\"}]")
                        .replace("image: example/web", "image: \"redis" + command + "\""),
                deployment("shop", "api").replace("name: c", "name: \"c" + command + "\""),
                service("shop", "api", "{name: \"redis" + command + "\", port: 6379}"));
        assertThat(text).isNotEmpty().noneMatch(line -> line.contains("\n") || line.contains("\r"));
    }

    private List<String> text(String... documents) throws IOException {
        GenerateText text = new GenerateText(generate(documents), "osm", "default", "target/smi");
        List<String> lines = new ArrayList<>();
        text.lines().forEach(line -> lines.add("info " + line.replaceAll("-[0-9a-f]{10}\\b", "-HASH")));
        text.warnings().forEach(line -> lines.add("warn " + line));
        return lines;
    }

    private String next(String... documents) throws IOException {
        GenerateResult result = generate(documents);
        VerifyResult verified = new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        result.applySet(), Settings.DEFAULT, Declarations.NONE, Set.of(), new FileNames(base)));
        return new GenerateText(result, "osm", "default", "target/smi").next(Judgement.of(verified), "mvn smi:verify");
    }

    private GenerateResult generate(String... documents) throws IOException {
        Path file = base.resolve("app.yaml");
        Files.writeString(file, String.join("---\n", documents));
        return new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(file)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        new Declarations(List.of(), List.of(new DeclaredCall("", "nowhere", ""))),
                        PlanRequest.of(Settings.DEFAULT)));
    }
}
