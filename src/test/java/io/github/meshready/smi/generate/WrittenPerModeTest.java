package io.github.meshready.smi.generate;

import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.DeclaredIngress;
import io.github.meshready.smi.policy.DeclaredSplit;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.policy.PolicyMode;
import io.github.meshready.smi.policy.Smi;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables in the README's "What it writes, per mesh and mode" say what is written. */
class WrittenPerModeTest {

    /** What stands in the written text if the row's answer is yes. */
    private static final Map<String, String> ROWS = new LinkedHashMap<>();

    static {
        ROWS.put("label and annotation of namespaces", "openservicemesh.io/monitored-by: osm");
        ROWS.put("`appProtocol` of ports that the mesh would misread", "appProtocol: tcp");
        ROWS.put("IngressBackend, from `<ingress>`", "kind: IngressBackend");
        ROWS.put("TrafficSplit, from `<splits>`", "kind: TrafficSplit");
        ROWS.put("Egress, where the mesh lets no calls out", "kind: Egress");
        ROWS.put("ServiceAccounts and `serviceAccountName`", "serviceAccountName: web");
        ROWS.put("TrafficTarget, HTTPRouteGroup, TCPRoute", "kind: TrafficTarget");
    }

    @TempDir
    private Path base;

    @Test
    void modesAreAsTheReadmeSays() throws IOException {
        List<List<String>> table = table("| | permissive mode off |");
        assertThat(table).hasSize(ROWS.size());
        for (List<String> row : table) {
            String sign = ROWS.get(row.get(0));
            assertThat(sign).as(row.get(0)).isNotNull();
            assertThat(answers(sign, false, PolicyMode.ENFORCED))
                    .as(row.get(0) + ", off")
                    .isEqualTo(row.get(1));
            assertThat(answers(sign, true, PolicyMode.ENFORCED))
                    .as(row.get(0) + ", on")
                    .isEqualTo(row.get(2));
            assertThat(answers(sign, true, PolicyMode.ALWAYS))
                    .as(row.get(0) + ", ahead")
                    .isEqualTo(row.get(3));
        }
    }

    private String answers(String sign, boolean permissive, PolicyMode mode) throws IOException {
        String closed = written(permissive, mode, true);
        boolean withEgress = closed.contains(sign);
        if (!withEgress) {
            return "no";
        }
        if (!sign.endsWith("Egress") && !written(permissive, mode, false).contains(sign)) {
            return "only for an Egress";
        }
        return sign.endsWith("TrafficTarget") && closed.contains("# Not enforced yet")
                ? "yes, marked as not enforced yet"
                : "yes";
    }

    private String written(boolean permissive, PolicyMode mode, boolean closed) throws IOException {
        Path file = base.resolve("app.yaml");
        Files.writeString(
                file,
                String.join(
                        "---\n",
                        "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                                + "metadata: {name: osm-mesh-config, namespace: osm-system}\nspec: {traffic: {enableEgress: "
                                + !closed + "}}\n",
                        deploymentAs(
                                "shop",
                                "web",
                                "",
                                "env: [{name: API, value: 'http://api:80'}, {name: X_URL, value: 'https://x.example.com'},"
                                        + " {name: CACHE, value: 'redis://cache:6379'}]"),
                        service("shop", "web", "{port: 80}").replace("spec:", "spec:\n  type: LoadBalancer"),
                        deploymentAs("shop", "api", ""),
                        service("shop", "api", "{port: 80}"),
                        deploymentAs("shop", "cache", ""),
                        service("shop", "cache", "{port: 6379}")));
        Settings settings = new Settings(
                "default", "osm", Dialect.DEFAULT, Optional.of(permissive), EgressMode.WRITE, Optional.empty());
        PlanRequest request = new PlanRequest(
                settings,
                AccountMode.MISSING,
                Set.of(),
                mode,
                List.of(new DeclaredSplit("api", List.of(new DeclaredSplit.Backend("api", "1")))),
                List.of(new DeclaredIngress(Optional.empty(), List.of("10.0.0.0/8"), List.of(), List.of())),
                Optional.empty());
        return new Generator()
                        .generate(new GenerateRequest(
                                new FileNames(base),
                                Inputs.of(List.of(file)),
                                base.resolve("target/smi"),
                                base.resolve("target/smi.yml"),
                                Declarations.NONE,
                                request))
                        .applySet()
                        .stream()
                        .map(each -> each.source().text())
                        .collect(Collectors.joining("---\n"));
    }

    @Test
    void meshesAreAsTheReadmeSays() throws IOException {
        List<String> named = new ArrayList<>();
        for (List<String> row : table("| `smi.mesh` |")) {
            for (String name : row.get(0).replace("`", "").split(", ")) {
                Dialect dialect = Dialect.of(name).orElseThrow();
                named.add(name);
                assertThat(row.subList(1, row.size()))
                        .as(name)
                        .containsExactly(
                                "`" + dialect.key("") + "`",
                                "`" + dialect.policyVersion() + "`"
                                        + (dialect.hasIngressBackend() ? "" : ", Egress only"),
                                "`" + dialect.splitVersions().get(0).replace(Smi.SPLIT_GROUP + "/", "") + "`",
                                dialect.namePrefixes().isEmpty()
                                        ? "none"
                                        : dialect.namePrefixes().stream()
                                                .map(prefix -> "`" + prefix + "-`")
                                                .collect(Collectors.joining(" ")),
                                dialect.nearest(AppProtocol.TCP_SERVER_FIRST) == AppProtocol.TCP ? "as `tcp`" : "yes",
                                dialect.isOpenByDefault() ? "let out" : "refused");
            }
        }
        assertThat(named)
                .containsExactlyElementsOf(
                        Dialect.KNOWN.stream().map(Dialect::toString).toList());
    }

    /** The rows of the README's table that starts so, without its head. */
    private static List<List<String>> table(String start) throws IOException {
        List<String> lines = Files.readAllLines(Path.of("README.md"));
        int head = 0;
        while (!lines.get(head).startsWith(start)) {
            head++;
        }
        return lines.subList(head + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> List.of(line.substring(2, line.length() - 2).split(" \\| ")))
                .toList();
    }
}
