package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static io.github.meshready.smi.policy.TestPlans.plan;
import static io.github.meshready.smi.policy.TestPlans.shown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is planned where the manifests have policies already. */
class KnownPoliciesTest {

    @Test
    void completesWhatIsThereAndRepeatsNothing() {
        String[] shop = {
            deployment("a", "web", env("X", "http://api")),
            deployment("a", "job", env("X", "http://api")),
            deployment("a", "api"),
            service("a", "api", "{port: 80}"),
            group("a", "books", "{name: list, pathRegex: /books, methods: [GET]}", "{name: unused, pathRegex: /x}"),
            target("a", "mine", "api", "web", "{kind: HTTPRouteGroup, name: books, matches: [list]}")
        };
        PolicyPlan policies = plan(shop).policies();
        assertThat(policies.covered()).containsExactly("web -> api:80 http (env X)");
        assertThat(policies.allowAllGroups()).as("the routes are known").isEmpty();
        assertThat(policies.targets()).as("and they are for web").isEmpty();
        assertThat(policies.notes())
                .containsExactly(
                        "job -> api:80 http (env X): no policy, because the manifests say which callers may use"
                                + " which routes of a/api, and say nothing of a/job; add it to the sources of the"
                                + " TrafficTarget with the routes that it needs");
    }

    @Test
    void sharesRoutesThatMakeNoDifferenceBetweenCallers() {
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("a", "job", env("X", "http://api")),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80}"),
                        group("a", "any", "{name: all, pathRegex: '.*', methods: ['*']}", "{name: x, methods: [GET]}"),
                        target("a", "mine", "api", "web", "{kind: HTTPRouteGroup, name: any, matches: [all, x]}"))
                .policies();
        assertThat(policies.covered()).containsExactly("web -> api:80 http (env X)");
        assertThat(shown(policies)).containsExactly("a/job-to-api: a/job -> a/api [any[all]] -");
    }

    @Test
    void takesRoutesFromAnAccountBehindTheSameService() {
        String tier = "labels: {app: %s, tier: api}}";
        String both =
                "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: a}\nspec: {selector: {tier: api}, ports: [{port: 80}]}\n";
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("a", "v1").replace("labels: {app: v1}}", tier.formatted("v1")),
                        deployment("a", "v2").replace("labels: {app: v2}}", tier.formatted("v2")),
                        both,
                        group("a", "books", "{name: list, pathRegex: /books, methods: [GET]}"),
                        tcpRoute("a", "elsewhere", "9999"),
                        target(
                                "a",
                                "mine",
                                "v1",
                                "web",
                                "{kind: HTTPRouteGroup, name: books, matches: [list]}",
                                "{kind: TCPRoute, name: elsewhere}"))
                .policies();
        assertThat(policies.allowAllGroups()).isEmpty();
        assertThat(shown(policies))
                .containsExactly(
                        "a/web-to-v1: a/web -> a/v1 [books[list]] -", "a/web-to-v2: a/web -> a/v2 [books[list]] -");
    }

    @Test
    void leavesAccountsOutThatAPolicyLeftOutAndNotThoseThatWereNotThere() {
        String tier = "labels: {app: %s, tier: api}}";
        String both =
                "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: a}\nspec: {selector: {tier: api}, ports: [{port: 80}]}\n";
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("a", "v1").replace("labels: {app: v1}}", tier.formatted("v1")),
                        deployment("a", "v2").replace("labels: {app: v2}}", tier.formatted("v2")),
                        deploymentAs("a", "v3", "").replace("labels: {app: v3}}", tier.formatted("v3")),
                        both,
                        group("a", "books", "{name: list, pathRegex: /books, methods: [GET]}"),
                        target("a", "mine", "v1", "web", "{kind: HTTPRouteGroup, name: books, matches: [list]}"))
                .policies();
        assertThat(policies.covered()).containsExactly("web -> api:80 http (env X)");
        assertThat(shown(policies)).containsExactly("a/web-to-v3: a/web -> a/v3 [books[list]] -");
    }

    @Test
    void trustsNoPolicyThatTheMeshWouldNot() {
        String[] shop = {
            deployment("a", "web", env("X", "http://api")), deployment("a", "api"), service("a", "api", "{port: 80}")
        };
        for (String bad : List.of(
                target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: nowhere, matches: [m]}"),
                target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g}"),
                target(
                        "a",
                        "t",
                        "api",
                        "web",
                        "{kind: HTTPRouteGroup, name: g, matches: [m]}",
                        "{kind: UDPRoute, name: u}"),
                target(
                        "a",
                        "t",
                        "api",
                        "web",
                        "{kind: HTTPRouteGroup, name: g, matches: [m]}",
                        "{kind: TCPRoute, name: nowhere}"),
                target("a", "t", "api", "web", "{kind: TCPRoute, name: other}"),
                target("a", "t", "api", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}")
                        .replace("kind: ServiceAccount, name: api", "kind: Group, name: api"))) {
            PolicyPlan policies = plan(
                            shop[0], shop[1], shop[2], group("a", "g", "{name: m}"), tcpRoute("a", "other", "1"), bad)
                    .policies();
            assertThat(policies.covered()).as(bad).isEmpty();
            assertThat(policies.targets()).as(bad).hasSize(1);
        }
    }

    @Test
    void keepsNamesApartFromThoseInTheManifests() {
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80}"),
                        group("a", "api-routes", "{name: m, pathRegex: /x}"),
                        target(
                                "a",
                                "web-to-api",
                                "api",
                                "nobody",
                                "{kind: HTTPRouteGroup, name: nowhere, matches: [m]}"))
                .policies();
        assertThat(shown(policies))
                .singleElement()
                .asString()
                .matches("a/web-to-api-[0-9a-f]{10}: a/web -> a/api \\[api-routes-[0-9a-f]{10}\\[allow-all]] -");
    }
}
