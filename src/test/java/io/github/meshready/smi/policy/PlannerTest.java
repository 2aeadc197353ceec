package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.tcpRoute;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.DnsName;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlannerTest {

    @Test
    void givesEachWorkloadOnTheDefaultAccountOneOfItsOwn() {
        Plan plan = plan(
                deploymentAs("a", "web", ""),
                deploymentAs("a", "api", "default"),
                deploymentAs("a", "own", "special"),
                deploymentAs("b", "web", ""));
        assertThat(plan.accounts().created()).map(Object::toString).containsExactly("a/api", "a/web", "b/web");
        assertThat(plan.accounts().moved())
                .map(Object::toString)
                .containsExactly("Deployment/a/api", "Deployment/a/web", "Deployment/b/web");
    }

    @Test
    void neverGivesTwoWorkloadsOneAccount() {
        String stateful = deploymentAs("a", "web", "").replace("kind: Deployment", "kind: StatefulSet");
        assertThat(plan(deploymentAs("a", "web", ""), stateful).accounts().created())
                .map(Object::toString)
                .as("same name, other kind")
                .containsExactly("a/web-deployment", "a/web-statefulset");
        assertThat(plan(deploymentAs("a", "web", ""), deploymentAs("a", "other", "web"))
                        .accounts()
                        .created())
                .map(Object::toString)
                .as("name in use as an account")
                .hasSize(1)
                .allMatch(name -> name.matches("a/web-[0-9a-f]{10}"));
        assertThat(plan(deploymentAs("a", "x.y", ""), deploymentAs("a", "x-y", ""))
                        .accounts()
                        .created())
                .map(Object::toString)
                .as("dots")
                .hasSize(2)
                .contains("a/x-y")
                .anyMatch(name -> name.matches("a/x-y-[0-9a-f]{10}"));
        assertThat(plan(deploymentAs("a", "default", "")).accounts().created())
                .map(Object::toString)
                .as("named default")
                .singleElement()
                .asString()
                .matches("a/default-[0-9a-f]{10}");
    }

    @Test
    void usesAnAccountThatIsThereAndUnused() {
        Plan plan = plan(
                deploymentAs("a", "web", ""),
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: web, namespace: a}\n");
        assertThat(plan.accounts().created()).isEmpty();
        assertThat(plan.accounts().moved()).hasSize(1);
    }

    @Test
    void givesNobodyTheRightsOfAnAccountByChance() {
        String account = "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: %s, namespace: a}\n";
        String binding = "apiVersion: rbac.authorization.k8s.io/v1\nkind: %s\nmetadata: {name: b, namespace: a}\n"
                + "roleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin}\n"
                + "subjects: [{kind: ServiceAccount, name: %s%s}, {kind: User, name: third}]\n";
        AccountPlan plan = plan(
                        Set.of(new ObjectName("a", "fourth")),
                        deploymentAs("a", "first", ""),
                        deploymentAs("a", "second", ""),
                        deploymentAs("a", "third", ""),
                        deploymentAs("a", "fourth", ""),
                        account.formatted("first"),
                        account.formatted("second"),
                        account.formatted("third"),
                        binding.formatted("RoleBinding", "first", ""),
                        binding.formatted("ClusterRoleBinding", "second", ", namespace: a"))
                .accounts();
        assertThat(plan.created())
                .map(Object::toString)
                .hasSize(3)
                .allMatch(name -> name.matches("a/(first|second|fourth)-[0-9a-f]{10}"));
        assertThat(plan.accountOf()).containsValue(name("a/third"));
        assertThat(plan.avoided()).map(each -> each.name()).containsExactlyInAnyOrder("first", "second", "fourth");
    }

    @Test
    void splitsSharedAccountsOnlyWhereItIsAsked() {
        String[] shop = {
            deploymentAs("a", "one", "shared"),
            deploymentAs("a", "two", "shared"),
            deploymentAs("b", "three", "shared"),
            deploymentAs("a", "four", "own"),
            deploymentAs("a", "five", "")
        };
        assertThat(plan(shop).accounts().moved()).map(Object::toString).containsExactly("Deployment/a/five");
        assertThat(plan(AccountMode.DEDICATED, Set.of(), shop).accounts().moved())
                .map(Object::toString)
                .containsExactly("Deployment/a/five", "Deployment/a/one", "Deployment/a/two");
    }

    @Test
    void keepsForANewAccountWhatWasDecidedForTheFormerOne() {
        Plan plan = plan(
                AccountMode.DEDICATED,
                Set.of(),
                deploymentAs("a", "web", "shared", env("X", "http://api")),
                deploymentAs("a", "job", "shared"),
                deployment("a", "api"),
                service("a", "api", "{port: 80}"),
                group("a", "books", "{name: list, pathRegex: /books, methods: [GET]}"),
                target("a", "mine", "api", "shared", "{kind: HTTPRouteGroup, name: books, matches: [list]}"));
        assertThat(shown(plan.policies())).containsExactly("a/web-to-api: a/web -> a/api [books[list]] -");
    }

    @Test
    void takesAlongWhatTheFormerAccountHas() {
        String account =
                "apiVersion: v1\nkind: ServiceAccount\nmetadata: {name: default, namespace: a, annotations: {%s, note: x}}\n"
                        + "imagePullSecrets: [{name: regcred}]\nautomountServiceAccountToken: false\n";
        String binding =
                "apiVersion: rbac.authorization.k8s.io/v1\nkind: RoleBinding\nmetadata: {name: b, namespace: %s}\n"
                        + "subjects: [{kind: ServiceAccount, name: default%s}]\n";
        List<Inheritance> inheritances = plan(
                        deploymentAs("a", "web", ""),
                        account.formatted("eks.amazonaws.com/role-arn: arn"),
                        binding.formatted("a", ""),
                        binding.formatted("c", ", namespace: a"),
                        binding.formatted("d", ""))
                .accounts()
                .inheritances();
        assertThat(inheritances).singleElement().satisfies(each -> {
            assertThat(each.former()).hasToString("a/default");
            assertThat(each.account()).hasToString("a/web");
            assertThat(each.bindings())
                    .map(object -> object.objectName().toString())
                    .containsExactly("a/b", "c/b");
            assertThat(each.pullSecrets()).containsExactly("regcred");
            assertThat(each.cloudAnnotations()).containsOnlyKeys("eks.amazonaws.com/role-arn");
            assertThat(each.automount()).contains(false);
        });
    }

    /** Names as accounts have them: no two workloads of a namespace get one, whatever they are called. */
    @Test
    void namesAccountsInjectively() {
        Random random = new Random(3);
        String[] alphabet = {"a", "b", "-", ".", "1", "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"};
        for (int round = 0; round < 300; round++) {
            Map<String, String> documents = new TreeMap<>();
            for (int i = 0; i < 12; i++) {
                StringBuilder name = new StringBuilder("x");
                for (int length = random.nextInt(8); length > 0; length--) {
                    name.append(alphabet[random.nextInt(alphabet.length)]);
                }
                if (DnsName.isSubdomain(name + "x")) {
                    String document = deploymentAs("a", name + "x", random.nextInt(4) == 0 ? "taken" : "")
                            .replace("{app: " + name + "x}", "{app: x}");
                    boolean stateful = random.nextBoolean();
                    documents.put(
                            name + " " + stateful,
                            stateful ? document.replace("kind: Deployment", "kind: StatefulSet") : document);
                }
            }
            AccountPlan accounts =
                    plan(documents.values().toArray(String[]::new)).accounts();
            List<ObjectName> given =
                    accounts.moved().stream().map(accounts.accountOf()::get).toList();
            assertThat(given)
                    .doesNotHaveDuplicates()
                    .allMatch(account -> !account.name().contains("."));
            assertThat(given).allMatch(account -> DnsName.isSubdomain(account.name()));
            assertThat(given).doesNotContain(name("a/taken"), name("a/default"));
        }
    }

    @Test
    void bringsNamespacesIntoTheMesh() {
        String half =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: half, labels: {openservicemesh.io/monitored-by: osm}}\n";
        String off =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: out, annotations: {openservicemesh.io/sidecar-injection: disabled}}\n";
        Plan plan = plan(
                deployment("new", "w"),
                deployment("half", "w"),
                deployment("out", "w"),
                deployment("kube-system", "w"),
                half,
                off);
        assertThat(plan.namespaces().values())
                .map(each -> each.name() + " " + each.addLabel() + " " + each.addAnnotation() + " "
                        + each.obstacle().isPresent())
                .containsExactly(
                        "half false true false",
                        "kube-system false false true",
                        "new true true false",
                        "out true false false");
        assertThat(plan.withoutSidecar().keySet())
                .map(Object::toString)
                .containsExactlyInAnyOrder("Deployment/kube-system/w", "Deployment/out/w");
    }

    @Test
    void refusesToMoveANamespaceToAnotherMesh() {
        String other =
                "apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {openservicemesh.io/monitored-by: blue}}\n";
        assertThatThrownBy(() -> plan(deployment("a", "w"), other))
                .hasMessageContaining("namespace a belongs to mesh blue, not to osm");
    }

    @Test
    void marksPortsThatTheMeshWouldMisread() {
        Plan plan = plan(
                deployment("a", "x"),
                service(
                        "a",
                        "x",
                        "{name: redis, port: 6379}",
                        "{name: tcp-db, port: 5432}",
                        "{name: web, port: 80}",
                        "{name: g, port: 9, targetPort: grpc}",
                        "{name: own, port: 3306, appProtocol: tcp}",
                        "{name: dns, port: 53, protocol: UDP}"));
        assertThat(plan.protocols())
                .map(mark -> mark.port().number() + " " + mark.protocol())
                .containsExactly("6379 tcp", "9 grpc");
    }

    @Test
    void writesTcpAccessWithThePodsPort() {
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "redis://cache:80")),
                        deployment("a", "cache"),
                        service("a", "cache", "{port: 80, targetPort: 6379}"))
                .policies();
        assertThat(policies.tcpRoutes()).containsExactly(new PlannedTcpRoute(name("a/cache-6379"), List.of(6379)));
        assertThat(policies.allowAllGroups()).isEmpty();
        assertThat(shown(policies)).containsExactly("a/web-to-cache: a/web -> a/cache [] cache-6379");
    }

    @Test
    void allowsEveryPathWhereRoutesAreNotKnownAndNoTcpRouteIsNeeded() {
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("b", "web", env("X", "http://api.a")),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80, targetPort: 8080}"))
                .policies();
        assertThat(policies.allowAllGroups()).map(Object::toString).containsExactly("a/api-routes");
        assertThat(policies.tcpRoutes()).isEmpty();
        assertThat(shown(policies))
                .hasSize(2)
                .as("two sources of one name into one namespace: both with a hash")
                .allMatch(text ->
                        text.matches("a/web-to-api-[0-9a-f]{10}: [ab]/web -> a/api \\[api-routes\\[allow-all]] -"));
    }

    @Test
    void boundsEachSourceToThePortsItCalls() {
        PolicyPlan policies = plan(
                        deployment("a", "one", env("X", "http://api:80")),
                        deployment(
                                "a", "two", "env: [{name: X, value: 'http://api:80'}, {name: Y, value: 'api:9000'}]"),
                        deployment("a", "three", env("X", "redis://api:6379")),
                        deployment("a", "api"),
                        service(
                                "a",
                                "api",
                                "{name: h, port: 80, targetPort: 8080}",
                                "{name: g, port: 9000}",
                                "{name: r, port: 6379}"))
                .policies();
        assertThat(policies.tcpRoutes())
                .map(route -> route.name() + " " + route.ports())
                .containsExactly("a/api-6379 [6379]", "a/api-8080 [8080]", "a/api-8080-9000 [8080, 9000]");
        assertThat(shown(policies))
                .containsExactly(
                        "a/one-to-api: a/one -> a/api [api-routes[allow-all]] api-8080",
                        "a/three-to-api: a/three -> a/api [] api-6379",
                        "a/two-to-api: a/two -> a/api [api-routes[allow-all]] api-8080-9000");
    }

    @Test
    void grantsEveryAccountBehindAService() {
        String both =
                "apiVersion: v1\nkind: Service\nmetadata: {name: api, namespace: a}\nspec: {selector: {tier: api}, ports: [{port: 80, targetPort: web}]}\n";
        PolicyPlan policies = plan(
                        deployment("a", "web", env("X", "http://api")),
                        deployment("a", "v1", "ports: [{name: web, containerPort: 8080}]")
                                .replace("labels: {app: v1}}", "labels: {app: v1, tier: api}}"),
                        deployment("a", "v2", "ports: [{name: web, containerPort: 9090}]")
                                .replace("labels: {app: v2}}", "labels: {app: v2, tier: api}}"),
                        deployment("a", "v3").replace("labels: {app: v3}}", "labels: {app: v3, tier: api}}"),
                        both)
                .policies();
        assertThat(shown(policies))
                .containsExactly(
                        "a/web-to-v1: a/web -> a/v1 [v1-routes[allow-all]] -",
                        "a/web-to-v2: a/web -> a/v2 [v2-routes[allow-all]] -");
        assertThat(policies.notes())
                .containsExactly(
                        "web -> api:80 http (env X): no policy, because no container of v3 has a port named web");
    }

    @Test
    void grantsACallerBehindTheServiceItsOwnPodsOnlyWhereItsSidecarIsGivenThem() {
        String tier =
                "apiVersion: v1\nkind: Service\nmetadata: {name: tier, namespace: a}\nspec: {selector: {tier: x}, ports: [{port: 80, targetPort: t, appProtocol: tcp}]}\n";
        String[] shop = {
            tier,
            deployment("a", "one", "ports: [{name: t, containerPort: 7}]", env("X", "tier:80"))
                    .replace("labels: {app: one}}", "labels: {app: one, tier: x}}"),
            deployment("a", "two", "ports: [{name: t, containerPort: 8}]")
                    .replace("labels: {app: two}}", "labels: {app: two, tier: x}}"),
            service("a", "one", "{port: 9, appProtocol: tcp}")
        };
        assertThat(ports(plan(shop).policies())).containsExactly("a/two-8 [8]");

        Declarations itself = new Declarations(List.of(new DeclaredCall("one", "one", "9")), List.of());
        assertThat(ports(plan(itself, shop).policies()))
                .as("else calls that reach a pod of its own would be refused")
                .containsExactly("a/one-7-9 [7, 9]", "a/two-8 [8]");

        String policy = target("a", "by-hand", "one", "one", "{kind: TCPRoute, name: r}");
        String[] given = Stream.concat(Stream.of(shop), Stream.of(policy, tcpRoute("a", "r", "9")))
                .toArray(String[]::new);
        assertThat(ports(plan(given).policies())).as("by hand").containsExactly("a/one-7 [7]", "a/two-8 [8]");
    }

    private static List<String> ports(PolicyPlan policies) {
        return policies.tcpRoutes().stream()
                .map(route -> route.name() + " " + route.ports())
                .toList();
    }

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

    @Test
    void writesNoPolicyForWhatIsNotInTheMesh() {
        String shy = deployment("a", "shy", env("X", "http://api"))
                .replace(
                        "metadata: {labels: {app: shy}}",
                        "metadata: {labels: {app: shy}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        PolicyPlan policies = plan(
                        shy,
                        deployment("a", "web", env("X", "host:1")),
                        deployment("a", "host")
                                .replace(
                                        "    spec:\n      serviceAccountName",
                                        "    spec:\n      hostNetwork: true\n      serviceAccountName"),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80}"),
                        service("a", "host", "{port: 1}"))
                .policies();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.notes())
                .containsExactlyInAnyOrder(
                        "shy -> api:80 http (env X): no policy, because shy gets no sidecar: its pods are annotated against injection",
                        "web -> host:1 tcp (env X): no policy, because host gets no sidecar: its pods use the host's network");
    }

    @Test
    void writesNoPolicyForADottedAccount() {
        PolicyPlan policies = plan(
                        deploymentAs("a", "web", "x.y", env("X", "http://api")),
                        deployment("a", "api"),
                        service("a", "api", "{port: 80}"))
                .policies();
        assertThat(policies.targets()).isEmpty();
        assertThat(policies.notes()).singleElement().asString().contains("account x.y of web has a dot in its name");
    }

    @Test
    void avoidsAccountsWithRightsInTheirOwnNamespaceOnly() {
        assertThat(plan(Set.of(new ObjectName("b", "web")), deploymentAs("a", "web", ""), deployment("b", "x"))
                        .accounts()
                        .created())
                .map(Object::toString)
                .containsExactly("a/web");
    }

    private static Plan plan(String... documents) {
        return plan(Set.of(), documents);
    }

    private static Plan plan(Set<ObjectName> externalAccounts, String... documents) {
        return plan(AccountMode.MISSING, externalAccounts, documents);
    }

    private static Plan plan(AccountMode mode, Set<ObjectName> externalAccounts, String... documents) {
        return plan(Declarations.NONE, mode, externalAccounts, documents);
    }

    private static Plan plan(Declarations declarations, String... documents) {
        return plan(declarations, AccountMode.MISSING, Set.of(), documents);
    }

    private static Plan plan(
            Declarations declarations, AccountMode mode, Set<ObjectName> externalAccounts, String... documents) {
        Application application = app(documents);
        return new Planner(
                        application,
                        new CallFinder(application, declarations).find(),
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        PlanRequest.of(Settings.DEFAULT, mode, externalAccounts),
                        new MeshMode(false, "test"))
                .plan();
    }

    private static List<String> shown(PolicyPlan policies) {
        return policies.targets().stream()
                .map(each -> each.name() + ": " + each.source() + " -> " + each.destination() + " "
                        + each.routes().stream()
                                .map(routes -> routes.group() + routes.matches())
                                .toList()
                        + " " + each.tcpRoute().orElse("-"))
                .toList();
    }

    private static ObjectName name(String text) {
        String[] parts = text.split("/");
        return new ObjectName(parts[0], parts[1]);
    }
}
