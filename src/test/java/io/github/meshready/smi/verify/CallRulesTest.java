package io.github.meshready.smi.verify;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.verify.SoundApplication.RULE;
import static io.github.meshready.smi.verify.SoundApplication.replaced;
import static io.github.meshready.smi.verify.SoundApplication.with;
import static io.github.meshready.smi.verify.SoundApplication.without;
import static io.github.meshready.smi.verify.TestRequests.findings;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is said of calls that fail, of access that no call needs, and of ways in. */
class CallRulesTest {

    @Test
    void saysAtWhichStepACallFails() {
        List<Finding> findings = findings(with(deployment("a", "job", env("API", "http://api")), account("a", "job")));
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("SMI-CALL-01");
            assertThat(finding.object()).isEqualTo("Deployment a/job");
            assertThat(finding.message()).isEqualTo("its call job -> api:80 http (env API) is denied");
            assertThat(finding.consequence())
                    .isEqualTo("no TrafficTarget lets account a/job call account a/api: the connection fails");
        });
    }

    static Stream<Arguments> refusals() {
        String[] job = {deployment("a", "job", env("API", "http://api")), account("a", "job")};
        return Stream.of(
                Arguments.of(
                        "add account a/job to the sources of a TrafficTarget with the routes that it needs, a/t; if it"
                                + " is no call, name it in <ignoredCalls>",
                        with(job)),
                Arguments.of(
                        "run smi:generate, which writes what is missing; if it is no call, name it in <ignoredCalls>",
                        with(job[0], job[1], target("a", "u", "api", "job", "{kind: HTTPRouteGroup, name: g}"))),
                Arguments.of(
                        "run smi:generate, which writes what is missing; if it is no call, name it in <ignoredCalls>",
                        without("kind: TrafficTarget")),
                Arguments.of(
                        "set appProtocol of port 80 of Service a/api to http",
                        replaced("{port: 80}", "{port: 80, appProtocol: https}")),
                Arguments.of(
                        "name a container port, or give targetPort by number",
                        replaced("{port: 80}", "{port: 80, targetPort: web}")),
                Arguments.of(
                        "bring both ends into the mesh, or neither",
                        replaced(
                                "metadata: {labels: {app: api}}",
                                "metadata: {labels: {app: api}, annotations: {openservicemesh.io/sidecar-injection: no}}"
                                        .replace(": no", ": 'no'"))),
                Arguments.of(
                        "exclude the port at both ends, or at neither",
                        replaced(
                                "metadata: {labels: {app: api}}",
                                "metadata: {labels: {app: api}, annotations: {openservicemesh.io/inbound-port-exclusion-list: '80'}}")),
                Arguments.of(
                        "use kind: ServiceAccount in the TrafficTarget",
                        replaced("[{kind: ServiceAccount", "[{kind: Group")),
                Arguments.of(
                        "use the syntax of RE2, without look-around and back-references",
                        replaced("pathRegex: /x", "pathRegex: '(?=x)'")),
                Arguments.of(
                        "correct the TrafficSplit: rules SMI-SPLIT say what is wrong with it",
                        with(
                                "apiVersion: split.smi-spec.io/v1alpha2\nkind: TrafficSplit\nmetadata: {name: s, namespace: a}\n"
                                        + "spec: {service: api, backends: [{service: v1, weight: 1}]}\n")));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void saysWhatToDoAboutACallThatFails(String fix, String... documents) {
        assertThat(findings(documents))
                .filteredOn(finding -> finding.rule().equals("SMI-CALL-01"))
                .map(Finding::fix)
                .containsExactly(fix);
    }

    @Test
    void believesDeclaredCallsAndExternalAccounts() {
        String[] documents = with(target("a", "u", "api", "api", RULE), deploymentAs("a", "w", "elsewhere"));
        assertThat(findings(documents)).map(Finding::rule).containsExactly("SMI-CALL-02", "SMI-ID-02");
        VerifyRequest request = TestRequests.of(
                Settings.DEFAULT,
                new Declarations(List.of(), List.of()),
                Set.of(new ObjectName("a", "elsewhere")),
                documents);
        assertThat(findings(request)).map(Finding::rule).containsExactly("SMI-CALL-02");
    }

    @Test
    void comparesPermissionsWithCallsByPort() {
        String[] documents = {
            namespace("a"),
            account("a", "web"),
            account("a", "api"),
            deployment("a", "web", env("API", "http://api:80")),
            deployment("a", "api"),
            service("a", "api", "{name: x, port: 80}", "{name: y, port: 81}"),
            target("a", "t", "api", "web", RULE),
            group("a", "g", "{name: m, pathRegex: /x, methods: [GET]}")
        };
        assertThat(findings(documents))
                .map(Finding::message)
                .containsExactly(
                        "lets account a/web call account a/api on port 81 of its pods, and no call needs that");
        VerifyRequest declared = TestRequests.of(
                Settings.DEFAULT,
                new Declarations(
                        List.of(new DeclaredCall("web", "api", "y", Optional.of(AppProtocol.HTTP), "")), List.of()),
                Set.of(),
                documents);
        assertThat(findings(declared)).isEmpty();
    }

    @Test
    void doesNotJudgePermissionsWhileTheMeshIgnoresThem() {
        Settings permissive =
                new Settings("default", "osm", Dialect.DEFAULT, Optional.of(true), EgressMode.WRITE, Optional.empty());
        String[] documents = with(
                target("a", "u", "api", "api", RULE),
                deployment("a", "job", env("API", "http://api")),
                account("a", "job"));
        VerifyRequest request = TestRequests.of(permissive, documents);
        assertThat(findings(request))
                .as("nothing but what will be refused one day, and that targets are idle")
                .allMatch(finding -> finding.severity() == Severity.INFO)
                .map(Finding::rule)
                .containsExactlyInAnyOrder("SMI-TT-16", "SMI-CALL-05");
    }

    @Test
    void seesAllKindsOfExposure() {
        String ingress = """
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: i, namespace: a}
            spec:
              defaultBackend: {service: {name: api, port: {number: 80}}}
              rules: [{http: {paths: [{backend: {service: {name: two, port: {name: y}}}}]}}]
            """;
        String old =
                "apiVersion: extensions/v1beta1\nkind: Ingress\nmetadata: {name: o, namespace: a}\nspec: {backend: {serviceName: old, servicePort: 80}}\n";
        List<Finding> findings = findings(with(
                ingress,
                old,
                deployment("a", "two"),
                account("a", "two"),
                service("a", "two", "{name: x, port: 1}", "{name: y, port: 2, targetPort: 8080}"),
                deployment("a", "old"),
                account("a", "old"),
                service("a", "old", "{port: 80}"),
                deployment("a", "node"),
                account("a", "node"),
                service("a", "node", "{port: 80}").replace("spec:", "spec:\n  type: NodePort")));
        assertThat(findings)
                .allMatch(finding -> finding.rule().equals("SMI-ING-01"))
                .map(finding -> finding.object() + " " + finding.message().split(" ")[1]
                        + finding.message().replaceAll(".*\\((.*)\\).*", " $1"))
                .containsExactlyInAnyOrder(
                        "Service a/api 80 Ingress i",
                        "Service a/two 2 Ingress i",
                        "Service a/old 80 Ingress o",
                        "Service a/node 80 Service type NodePort");
        assertThat(findings)
                .filteredOn(finding -> finding.object().equals("Service a/two"))
                .singleElement()
                .satisfies(finding -> assertThat(finding.snippet())
                        .contains("    <service>ingress-nginx/ingress-nginx-controller</service>"));
    }
}
