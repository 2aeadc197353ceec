package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.policy.PolicyMode;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunbookTest {

    private static final Path EXAMPLE = Path.of("src/test/resources/io/github/meshready/smi/report/rollout");

    @TempDir
    private Path base;

    /** Read line by line against what OSM does before it was put there; a change of it deserves the same. */
    @Test
    void leadsAShopIntoTheMeshAndBack() throws IOException {
        assertThat(runbook(Files.readString(EXAMPLE.resolve("shop.yaml"))))
                .isEqualTo(Files.readString(EXAMPLE.resolve("shop.md")).replace("\r\n", "\n"));
    }

    @Test
    void isTheSameEachTime() throws IOException {
        String shop = Files.readString(EXAMPLE.resolve("shop.yaml"));
        Locale locale = Locale.getDefault();
        try {
            String first = runbook(shop);
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            assertThat(runbook(shop)).isEqualTo(first).doesNotContain(base.toString());
        } finally {
            Locale.setDefault(locale);
        }
    }

    @Test
    void leavesOutWhatDoesNotApply() throws IOException {
        String meshed = runbook(namespace("shop"), account("shop", "web"), deployment("shop", "web"));
        assertThat(headings(meshed))
                .as("the pods have their sidecars already")
                .containsExactly(
                        "## 0 Before", "## 1 Apply", "## 2 Check", "## 3 Enforce the policies", "## 4 Way back");
        assertThat(meshed)
                .contains("The namespaces were part of the mesh already, and stay.", "no call was found or declared")
                .doesNotContain(
                        "namespace remove",
                        "rollout restart",
                        "kubectl set serviceaccount",
                        "verify",
                        "ingress",
                        "Settle",
                        "outside of the cluster",
                        "From here on",
                        "circle");
        assertThat(headings(runbook(account("shop", "web"))))
                .as("no workload")
                .containsExactly("## 0 Before", "## 1 Apply");
    }

    @Test
    void saysWhoseWordTheModeIs() throws IOException {
        String config = "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                + "metadata: {name: osm-mesh-config, namespace: kube-system}\n"
                + "spec: {traffic: {enableEgress: false, enablePermissiveTrafficPolicyMode: true}}\n";
        String refused = deploymentAs("shop", "job", "", env("API", "http://api"))
                .replace("    spec:\n", "    spec:\n      hostNetwork: true\n");
        Settings unlet =
                new Settings("default", "osm", Dialect.DEFAULT, Optional.empty(), EgressMode.WARN, Optional.empty());
        String text = runbook(
                unlet,
                "target/smi",
                config,
                refused,
                deployment("shop", "web", env("API", "http://api")),
                deployment("shop", "api", env("X_URL", "http://x.example.com")),
                service("shop", "api", "{port: 80}"));
        assertThat(text)
                .contains(
                        "| permissive mode | on (MeshConfig in app.yaml) |",
                        "export OSM_NAMESPACE=kube-system\n",
                        "The application calls 1 host outside of the cluster",
                        "**Stop here: ",
                        "| `Deployment/shop/job` | 1/1, no sidecar: its pods use the host's network |",
                        "| `Deployment/shop/web` | `shop/api:80` | http | passes |",
                        "| `Deployment/shop/job` | `shop/api:80` | http | **fails**: ");
    }

    @Test
    void namesTheMeshWhereItIsNotTheUsualOne() throws IOException {
        Settings settings =
                new Settings("shop", "my-mesh", Dialect.DEFAULT, Optional.empty(), EgressMode.WRITE, Optional.empty());
        String text = runbook(
                settings,
                "out of/it's",
                deploymentAs("shop", "web", "", env("API", "http://api")).replace(", namespace: shop", ""),
                deployment("shop", "api"),
                service("shop", "api", "{port: 80}"));
        assertThat(text)
                .contains(
                        "osm namespace remove shop --mesh-name my-mesh",
                        "osm verify connectivity --mesh-name my-mesh --from-pod",
                        "kubectl diff -n shop -R -f 'out of/it'\\''s'",
                        "kubectl apply -n shop -R -f 'out of/it'\\''s/50-app'",
                        "kubectl apply -f 'out of/it'\\''s/90-policies.yaml'");
    }

    @Test
    void tellsToWriteThePoliciesBeforeTheyAreEnforced() throws IOException {
        String config = "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                + "metadata: {name: osm-mesh-config, namespace: osm-system}\n"
                + "spec: {traffic: {enablePermissiveTrafficPolicyMode: true}}\n";
        String text = runbook(
                Settings.DEFAULT,
                PolicyMode.ENFORCED,
                "target/smi",
                config,
                deployment("shop", "web", env("API", "http://api")),
                deployment("shop", "api"),
                service("shop", "api", "{port: 80}"));
        assertThat(text)
                .contains("**Not yet:** no TrafficTargets were written", "`-Dsmi.policies=always`")
                .doesNotContain("enablePermissiveTrafficPolicyMode\":false");
    }

    @Test
    void speaksOfTheForkByItsNames() throws IOException {
        Settings fsm = new Settings(
                "default",
                "fsm",
                Dialect.of("fsm:1.5").orElseThrow(),
                Optional.empty(),
                EgressMode.WRITE,
                Optional.empty());
        assertThat(runbook(
                        fsm,
                        "target/smi",
                        deployment("shop", "web", env("API", "http://api")),
                        deployment("shop", "api"),
                        service("shop", "api", "{port: 80}")))
                .contains(
                        "How this application goes into Flomesh Service Mesh",
                        "export FSM_NAMESPACE=fsm-system\n",
                        "kubectl patch meshconfig fsm-mesh-config -n \"$FSM_NAMESPACE\"",
                        "fsm namespace remove shop")
                .doesNotContain("osm");
    }

    /** Names of most objects are checked; what is left goes through the quoting of shells and of Markdown. */
    @Test
    void letsNoValueOutOfItsPlace() throws IOException, InterruptedException {
        String evil = "a`|<b>*$(touch pwned);'\\n# x\\n```\\ntouch pwned\\n";
        String text = runbook(
                Settings.DEFAULT,
                "$(touch pwned)`x`",
                deployment("shop", "web", "env: [{name: \"API_URL" + evil + "\", value: 'http://api:1'}]"),
                deployment("shop", "api").replace("name: c", "name: \"" + evil + "\""),
                service("shop", "api", "{name: \"" + evil + "\", port: 80}"),
                "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: IngressBackend\nmetadata: {name: i, namespace: shop}\n"
                        + "spec:\n  backends: [{name: api, port: {number: 80, protocol: http}}]\n"
                        + "  sources: [{kind: Service, name: \"" + evil + "\", namespace: \"" + evil + "\"}]\n",
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: {name: \"" + evil
                        + "\", namespace: shop}\n");
        assertThat(text.lines().filter(line -> line.startsWith("```")))
                .as("fences in pairs, none from a value")
                .allMatch(line -> line.equals("```") || line.equals("```sh") || line.matches("`{4,}(sh)?"));
        assertThat(text.lines()).noneMatch(line -> line.startsWith("# x") || line.startsWith("touch"));
        assertThat(prose(text)).doesNotContain("<b>").doesNotContain("**$");
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        run("kubectl() { printf '%s'; }\nosm() { :; }\n" + String.join("\n", commands(text)));
        assertThat(base.resolve("pwned")).doesNotExist();
    }

    private void run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder("/bin/sh", "-c", script)
                .directory(base.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        shell.waitFor();
        assertThat(said).doesNotContain("syntax error", "not found");
    }

    private static List<String> commands(String text) {
        List<String> commands = new ArrayList<>();
        String fence = null;
        for (String line : text.lines().toList()) {
            if (fence == null && line.matches("`{3,}sh")) {
                fence = line.substring(0, line.length() - 2);
            } else if (line.equals(fence)) {
                fence = null;
            } else if (fence != null) {
                commands.add(line);
            }
        }
        assertThat(fence).isNull();
        return commands;
    }

    /** The text without blocks and spans of code. */
    private static String prose(String text) {
        return text.replaceAll("(?s)(?m)^(`{3,})sh$.*?^\\1$", "").replaceAll("(`+)(?!`).*?[^`]\\1(?!`)", "");
    }

    private static List<String> headings(String text) {
        return text.lines().filter(line -> line.startsWith("## ")).toList();
    }

    private String runbook(String... documents) throws IOException {
        return runbook(Settings.DEFAULT, "target/smi", documents);
    }

    private String runbook(Settings settings, String folder, String... documents) throws IOException {
        return runbook(settings, PolicyMode.ALWAYS, folder, documents);
    }

    private String runbook(Settings settings, PolicyMode policies, String folder, String... documents)
            throws IOException {
        Path file = base.resolve("app.yaml");
        Files.writeString(file, String.join("---\n", documents));
        GenerateResult result = new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(file)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        new PlanRequest(
                                settings,
                                AccountMode.MISSING,
                                Set.of(),
                                policies,
                                List.of(),
                                List.of(),
                                Optional.empty())));
        VerifyResult verified = new Verifier(Rules.all())
                .verify(new VerifyRequest(
                        result.applySet(), settings, Declarations.NONE, Set.of(), new FileNames(base)));
        byte[] bytes = new Runbook(result, Judgement.of(verified), settings.defaultNamespace(), folder).bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
