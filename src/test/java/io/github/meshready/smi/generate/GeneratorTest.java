package io.github.meshready.smi.generate;

import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.OutputFolder.Changes;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.report.GenerateText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratorTest {

    private static final String WEB = deploymentAs("shop", "web", "", env("CACHE_HOST", "cache"));
    private static final String CACHE = deploymentAs("shop", "cache", "default");
    private static final String CACHE_SERVICE = service("shop", "cache", "{port: 6379}");

    @TempDir
    private Path base;

    @Test
    void writesTheApplySetInTheOrderOfApplication() throws IOException {
        write("k8s/web.yaml", "# web\n" + WEB);
        write("k8s/data/cache.yaml", CACHE + "---\n" + CACHE_SERVICE);
        generate();
        Map<String, String> written = written();
        assertThat(written.keySet())
                .containsExactly(
                        "smi.yml",
                        "smi/.smi-files",
                        "smi/00-namespaces.yaml",
                        "smi/10-service-accounts.yaml",
                        "smi/50-app/data/cache.yaml",
                        "smi/50-app/web.yaml",
                        "smi/90-policies.yaml");
        assertThat(written.get("smi/50-app/web.yaml"))
                .isEqualTo(("# web\n" + WEB)
                        .replace(
                                "    spec:\n      containers",
                                "    spec:\n      serviceAccountName: web\n      containers"));
        assertThat(written.get("smi/50-app/data/cache.yaml"))
                .isEqualTo(CACHE.replace("serviceAccountName: default", "serviceAccountName: cache") + "---\n"
                        + CACHE_SERVICE.replace("{port: 6379}", "{port: 6379, appProtocol: tcp}"));
    }

    @Test
    void writesWhatKubernetesOwnTypesReadAsMeant() throws IOException {
        write("k8s/app.yaml", WEB + "---\n" + CACHE + "---\n" + CACHE_SERVICE);
        generate();
        YAMLMapper mapper = new YAMLMapper();
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        Namespace namespace =
                mapper.readValue(base.resolve("target/smi/00-namespaces.yaml").toFile(), Namespace.class);
        assertThat(namespace.getMetadata().getName()).isEqualTo("shop");
        assertThat(namespace.getMetadata().getLabels())
                .containsExactly(Map.entry("openservicemesh.io/monitored-by", "osm"));
        assertThat(namespace.getMetadata().getAnnotations())
                .containsExactly(Map.entry("openservicemesh.io/sidecar-injection", "enabled"));
        List<ServiceAccount> accounts = mapper.readerFor(ServiceAccount.class)
                .<ServiceAccount>readValues(
                        base.resolve("target/smi/10-service-accounts.yaml").toFile())
                .readAll();
        assertThat(accounts)
                .map(account -> account.getMetadata().getNamespace() + "/"
                        + account.getMetadata().getName())
                .containsExactly("shop/cache", "shop/web");
        List<JsonNode> documents = mapper.readerFor(JsonNode.class)
                .<JsonNode>readValues(base.resolve("target/smi/50-app/app.yaml").toFile())
                .readAll();
        assertThat(mapper.treeToValue(documents.get(0), Deployment.class)
                        .getSpec()
                        .getTemplate()
                        .getSpec()
                        .getServiceAccountName())
                .isEqualTo("web");
        assertThat(mapper.treeToValue(documents.get(2), Service.class)
                        .getSpec()
                        .getPorts()
                        .get(0)
                        .getAppProtocol())
                .isEqualTo("tcp");
    }

    @Test
    void changesNothingWhereNothingHasToChange() throws IOException {
        String odd =
                "# only a map\r\napiVersion: v1\r\nkind: ConfigMap\r\nmetadata: {name: c, namespace: shop}\r\ndata: {a: \"\\u00e9\", b: 'x'}";
        write("k8s/odd.yaml", odd);
        write("k8s/app.yaml", WEB);
        generate();
        assertThat(written().get("smi/50-app/odd.yaml")).isEqualTo(odd);
    }

    @Test
    void writesTheSameBytesAgainAndTouchesNoFile() throws IOException {
        write("k8s/app.yaml", WEB + "---\n" + CACHE + "---\n" + CACHE_SERVICE);
        assertThat(generate().changes()).isEqualTo(new Changes(4, 0, 0));
        Map<String, String> first = written();
        assertThat(generate().changes()).isEqualTo(new Changes(0, 4, 0));
        assertThat(written()).isEqualTo(first);
    }

    @Test
    void removesWhatItNoLongerWrites() throws IOException {
        write("k8s/app.yaml", WEB + "---\n" + CACHE + "---\n" + CACHE_SERVICE);
        write("k8s/more.yaml", deploymentAs("shop", "more", ""));
        generate();
        Files.delete(base.resolve("k8s/more.yaml"));
        write("k8s/app.yaml", deploymentAs("shop", "web", "web"));
        assertThat(generate().changes().removed())
                .as("more.yaml, accounts and policies")
                .isEqualTo(3);
        assertThat(written().keySet())
                .containsExactly("smi.yml", "smi/.smi-files", "smi/00-namespaces.yaml", "smi/50-app/app.yaml");
    }

    @Test
    void repeatsADefinedNamespaceInFrontOfEverything() throws IOException {
        String namespace = "# ours\napiVersion: v1\nkind: Namespace\nmetadata:\n  name: shop # the shop\n";
        String edited = namespace
                + "  labels:\n    openservicemesh.io/monitored-by: osm\n  annotations:\n    openservicemesh.io/sidecar-injection: enabled\n";
        write("k8s/z.yaml", namespace + "---\n" + WEB);
        generate();
        Map<String, String> written = written();
        assertThat(written.get("smi/00-namespaces.yaml")).endsWith("\n---\n" + edited);
        assertThat(written.get("smi/50-app/z.yaml")).startsWith(edited + "---\n");
        assertThat(written.get("smi.yml").split("kind: Namespace", -1))
                .as("once in the combined file")
                .hasSize(2);
        assertThat(written.get("smi.yml"))
                .contains("\n---\n" + edited + "---\n")
                .contains("kind: Deployment");
    }

    @Test
    void repeatsANamespaceOfAListOrOfJsonAsYaml() throws IOException {
        write(
                "k8s/a.json",
                "{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Namespace\",\n\t\"metadata\": {\"name\": \"shop\", \"labels\": {\"n\": \"010\"}}\n}\n");
        write(
                "k8s/b.yaml",
                "apiVersion: v1\nkind: List\nitems:\n- apiVersion: v1\n  kind: Namespace\n  metadata: {name: mall}\n- "
                        + deploymentAs("mall", "web", "").indent(2).strip() + "\n");
        write("k8s/c.yaml", WEB);
        generate();
        Map<String, String> written = written();
        assertThat(written.get("smi/00-namespaces.yaml")).endsWith("""
            ---
            apiVersion: v1
            kind: Namespace
            metadata:
              name: mall
              labels:
                openservicemesh.io/monitored-by: osm
              annotations:
                openservicemesh.io/sidecar-injection: enabled
            ---
            apiVersion: v1
            kind: Namespace
            metadata:
              name: shop
              annotations:
                openservicemesh.io/sidecar-injection: enabled
              labels:
                "n": "010"
                openservicemesh.io/monitored-by: osm
            """);
        assertThat(written.get("smi/50-app/a.json"))
                .contains("\"labels\": {\"n\": \"010\", \"openservicemesh.io/monitored-by\": \"osm\"}");
        assertThat(written.get("smi/50-app/b.yaml")).contains("    spec:\n        serviceAccountName: web\n");
    }

    @Test
    void editsBothCopiesOfAnObjectThatStandsTwice() throws IOException {
        write("k8s/a.yaml", WEB);
        write("k8s/b.yaml", WEB);
        generate();
        assertThat(written().get("smi/50-app/a.yaml")).contains("serviceAccountName: web");
        assertThat(written().get("smi/50-app/b.yaml")).contains("serviceAccountName: web");
    }

    @Test
    void replacesTheOldFieldForTheAccountToo() throws IOException {
        write(
                "k8s/a.yaml",
                WEB.replace(
                        "    spec:\n      containers", "    spec:\n      serviceAccount: default\n      containers"));
        generate();
        assertThat(written().get("smi/50-app/a.yaml"))
                .contains("    spec:\n      serviceAccountName: web\n      serviceAccount: web\n");
    }

    @Test
    void carriesOverWhatTheFormerAccountHas() throws IOException {
        write("k8s/web.yaml", WEB);
        write(
                "k8s/default.yaml",
                "apiVersion: v1\nkind: ServiceAccount\nmetadata:\n  name: default\n  namespace: shop\n  annotations:\n"
                        + "    iam.gke.io/gcp-service-account: x@y\nimagePullSecrets:\n- name: regcred\n"
                        + "automountServiceAccountToken: false\n");
        String binding = "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata:\n  name: read\n"
                + "  namespace: shop\nsubjects:\n- kind: ServiceAccount # pods\n  name: default\n  namespace: shop\n";
        String role = "roleRef:\n  apiGroup: rbac.authorization.k8s.io\n  kind: Role\n  name: read\n";
        write("k8s/rbac.yaml", binding + role);
        GenerateResult result = generate();
        assertThat(written().get("smi/50-app/rbac.yaml"))
                .isEqualTo(binding + "- kind: ServiceAccount\n  name: web\n  namespace: shop\n" + role);
        assertThat(written().get("smi/10-service-accounts.yaml")).endsWith("""
            apiVersion: v1
            kind: ServiceAccount
            metadata:
              name: web
              namespace: shop
              labels:
                app.kubernetes.io/managed-by: smi-maven-plugin
              annotations:
                iam.gke.io/gcp-service-account: x@y
            imagePullSecrets:
            - name: regcred
            automountServiceAccountToken: false
            """);
        GenerateText text = new GenerateText(result, "osm", "default", "target/smi");
        assertThat(text.lines())
                .contains(
                        "  RoleBinding shop/read names, as it names shop/default, also web",
                        "  shop/web has imagePullSecret regcred, as shop/default has",
                        "  shop/web has annotation iam.gke.io/gcp-service-account, as shop/default has",
                        "  shop/web has automountServiceAccountToken: false, as shop/default has");
        assertThat(text.warnings())
                .contains("A cloud knows shop/default by its annotations (iam.gke.io/gcp-service-account): let it trust"
                        + " shop/web too, or its pods lose access");
    }

    @Test
    void writesNothingIfAnythingIsWrong() throws IOException {
        write("k8s/a.yaml", WEB);
        write("k8s/b.yaml", "kind: Broken\n");
        assertThatThrownBy(this::generate).hasMessageContaining("k8s/b.yaml:1:1: the document has no apiVersion");
        assertThat(base.resolve("target")).doesNotExist();
        write(
                "k8s/b.yaml",
                deploymentAs("shop", "x", "").replace("    spec:\n", "    spec: &s\n      x: !!binary aGk=\n")
                        + "other: *s\n");
        assertThatThrownBy(this::generate).hasMessageContaining("an edit would reach more than one place through *s");
        assertThat(base.resolve("target")).doesNotExist();
    }

    @Test
    void writesOverNobodysFiles() throws IOException {
        write("k8s/a.yaml", WEB);
        write("target/smi.yml", "theirs");
        assertThatThrownBy(this::generate)
                .hasMessageContaining("target/smi.yml: exists and was not written by this plugin");
        Files.delete(base.resolve("target/smi.yml"));
        write("target/smi/90-policies.yaml", "theirs");
        write("k8s/b.yaml", CACHE + "---\n" + CACHE_SERVICE);
        assertThatThrownBy(this::generate).hasMessageContaining("target/smi/90-policies.yaml: stands where the output");
        assertThat(written()).containsOnly(Map.entry("smi/90-policies.yaml", "theirs"));
        assertThatThrownBy(() -> generate("target/smi"))
                .hasMessageContaining("target/smi: lies in the output folder, so it would be input and output at once");
    }

    @Test
    void advisesWhatHasToBeRestartedByHand() throws IOException {
        String own = deploymentAs("shop", "own", "own");
        String onDelete = deploymentAs("shop", "slow", "")
                .replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  updateStrategy: {type: OnDelete}\n  selector");
        String job = deploymentAs("shop", "job", "")
                .replace("kind: Deployment", "kind: Job")
                .replace("apps/v1", "batch/v1");
        write("k8s/a.yaml", String.join("---\n", WEB, own, onDelete, job));
        RestartAdvice advice = generate().restarts();
        assertThat(advice.before()).containsExactly("kubectl delete job/job -n shop --ignore-not-found");
        assertThat(advice.after())
                .containsExactly(
                        "kubectl rollout restart deployment/own -n shop",
                        "kubectl delete pods -n shop -l app=slow   # pods of statefulset/slow");
    }

    private GenerateResult generate() throws IOException {
        return generate("k8s");
    }

    private GenerateResult generate(String manifests) throws IOException {
        return new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(base.resolve(manifests))),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        Declarations.NONE,
                        PlanRequest.of(Settings.DEFAULT)));
    }

    private void write(String path, String text) throws IOException {
        Path file = base.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> written() throws IOException {
        Map<String, String> written = new TreeMap<>();
        Path target = base.resolve("target");
        try (Stream<Path> files = Files.walk(target)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                written.put(target.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return written;
    }
}
