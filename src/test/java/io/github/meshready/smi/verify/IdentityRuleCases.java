package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.verify.RuleManifests.API;
import static io.github.meshready.smi.verify.RuleManifests.CALLER;
import static io.github.meshready.smi.verify.RuleManifests.HTTP;
import static io.github.meshready.smi.verify.RuleManifests.OFF;
import static io.github.meshready.smi.verify.RuleManifests.ROUTES;
import static io.github.meshready.smi.verify.RuleManifests.TARGET;
import static io.github.meshready.smi.verify.RuleManifests.WEB;
import static io.github.meshready.smi.verify.RuleManifests.annotated;
import static io.github.meshready.smi.verify.RuleManifests.binding;
import static io.github.meshready.smi.verify.RuleManifests.workload;

/** Cases of the rules about service accounts. */
final class IdentityRuleCases {

    private IdentityRuleCases() {}

    static void addTo(RuleCases cases) {
        cases.rule("SMI-ID-01")
                .says("warning: its pods run as", "", deploymentAs("a", "web", ""))
                .keepsStill(WEB);

        cases.rule("SMI-ID-02").says("error: ", "", WEB).keepsStill(WEB, account("a", "web"));

        cases.rule("SMI-ID-03")
                .says("error: service account x.y has a dot", "", deploymentAs("a", "web", "x.y"))
                .keepsStill(WEB);

        cases.rule("SMI-ID-04")
                .says("warning: workloads other, web share", "", CALLER, deploymentAs("a", "other", "web"), API, HTTP)
                .keepsStill(WEB, deploymentAs("a", "other", "web"), API, HTTP);

        cases.rule("SMI-ID-05")
                .says(
                        "warning: ",
                        "",
                        CALLER,
                        API,
                        deploymentAs("a", "b", "b").replace("app: b", "app: api"),
                        HTTP,
                        TARGET,
                        ROUTES)
                .keepsStill(CALLER, API, HTTP, TARGET, ROUTES)
                .keepsStill(
                        CALLER,
                        API,
                        annotated(workload("old").replace("app: old", "app: api"), OFF),
                        HTTP,
                        TARGET,
                        ROUTES);

        cases.rule("SMI-ID-06")
                .says("warning: no workload of the manifests runs as account a/api", "{kind: Service", WEB, TARGET)
                .keepsStill(TARGET)
                .keepsStill(API, HTTP, TARGET);

        cases.rule("SMI-ID-07")
                .says(
                        "warning: source b/web is outside of the mesh: namespace b has no label",
                        "{kind: ServiceAccount, name: web",
                        namespace("b").replace("labels: {openservicemesh.io/monitored-by: osm}", "labels: {}"),
                        TARGET.replace("name: web, namespace: a", "name: web, namespace: b"))
                .keepsStill(TARGET.replace("name: web, namespace: a", "name: web, namespace: b"))
                .keepsStill(
                        namespace("a").replace("labels: {openservicemesh.io/monitored-by: osm}", "labels: {}"), TARGET);

        cases.rule("SMI-ID-08")
                .says(
                        "info: no workload of the manifests runs as this account",
                        "apiVersion: v1",
                        WEB,
                        account("a", "x"))
                .keepsStill(WEB, account("a", "x"), binding("r", "x"))
                .keepsStill(WEB, account("a", "default"), account("b", "x"))
                .keepsStill(WEB, account("a", "api"), TARGET);

        cases.rule("SMI-ID-10")
                .says("info: it gives rights to account a/x", "[{kind", WEB, binding("r", "x"))
                .keepsStill(WEB, binding("r", "x").replace("name: x, namespace: a", "name: x, namespace: b"))
                .keepsStill(
                        WEB,
                        binding("r", "x")
                                .replace("subjects: [", "subjects: [{kind: ServiceAccount, name: web, namespace: a}, "))
                .keepsStill(deploymentAs("a", "w", ""), binding("r", "default"));
    }
}
