package io.github.meshready.smi.verify;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one rule says of some manifests.
 *
 * @param rule the rule's id
 * @param expected severity and start of the message, with a colon between; empty if it has to keep still
 * @param textThere how the manifests go on at the place of the finding; empty where that is not asked
 * @param dialect the mesh
 * @param documents the manifests
 */
record RuleCase(String rule, String expected, String textThere, String dialect, List<String> documents) {

    RuleCase {
        documents = List.copyOf(documents);
    }

    /** The rule speaks. */
    static RuleCase says(String rule, String expected, String textThere, String... documents) {
        return new RuleCase(rule, expected, textThere, Dialect.DEFAULT.toString(), withNamespace(documents));
    }

    /** The rule keeps still. */
    static RuleCase keepsStill(String rule, String... documents) {
        return new RuleCase(rule, "", "", Dialect.DEFAULT.toString(), withNamespace(documents));
    }

    /** The same in another version of the mesh. */
    RuleCase with(String other) {
        Dialect dialect = Dialect.of(other).orElseThrow();
        return new RuleCase(
                rule,
                expected,
                textThere,
                other,
                documents.stream()
                        .map(text -> TestManifests.spelledFor(dialect, text))
                        .toList());
    }

    boolean isSilent() {
        return expected.isEmpty();
    }

    Settings settings() {
        return new Settings(
                "default",
                "osm",
                Dialect.of(dialect).orElseThrow(),
                Optional.empty(),
                EgressMode.WRITE,
                Optional.empty());
    }

    /** Namespace a is in the mesh unless a document says something of it. */
    private static List<String> withNamespace(String... documents) {
        List<String> all = new ArrayList<>(List.of(documents));
        if (all.stream().noneMatch(text -> text.contains("kind: Namespace") && text.contains("name: a"))) {
            all.add(TestManifests.namespace("a"));
        }
        return all;
    }

    static String workload(String name, String... containerLines) {
        return TestManifests.deployment("a", name, containerLines);
    }

    /** The same workload with another line in the spec of its pods. */
    static String pods(String workload, String line) {
        return workload.replace("      containers:", "      " + line + "\n      containers:");
    }

    /** The same workload with an annotation of its pods. */
    static String annotated(String workload, String annotation) {
        return workload.replaceFirst(
                "metadata: \\{labels: \\{app: ([a-z0-9]+)}}",
                "metadata: {labels: {app: $1}, annotations: {" + annotation + "}}");
    }

    static String service(String name, String... ports) {
        return TestManifests.service("a", name, ports);
    }

    /** The same Service with another line in its spec. */
    static String also(String service, String line) {
        return service.replace("spec:\n", "spec:\n  " + line + "\n");
    }

    /** The same Service over the pods of another name. */
    static String over(String service, String app) {
        return service.replaceFirst("selector: \\{app: [a-z0-9]+}", "selector: {app: " + app + "}");
    }

    static String object(String apiVersion, String kind, String name, String spec) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: %s, namespace: a}\nspec: %s\n"
                .formatted(apiVersion, kind, name, spec);
    }

    /** One of the mesh's own policies. */
    static String policy(String kind, String name, String spec) {
        return object("policy.openservicemesh.io/v1alpha1", kind, name, spec);
    }

    /** The mesh's configuration. */
    static String config(String spec) {
        return object("config.openservicemesh.io/v1alpha2", "MeshConfig", "osm-mesh-config", spec)
                .replace("namespace: a", "namespace: osm-system");
    }

    static String binding(String name, String account) {
        return """
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: %s, namespace: a}
            roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %s}
            subjects: [{kind: ServiceAccount, name: %s, namespace: a}]
            """.formatted(name, name, account);
    }
}
