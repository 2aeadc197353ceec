package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.deploymentAs;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.policy.TestPlans.plan;
import static io.github.meshready.smi.policy.TestPlans.shown;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.DnsName;
import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Which accounts workloads get. */
class AccountPlannerTest {

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
    void avoidsAccountsWithRightsInTheirOwnNamespaceOnly() {
        assertThat(plan(Set.of(new ObjectName("b", "web")), deploymentAs("a", "web", ""), deployment("b", "x"))
                        .accounts()
                        .created())
                .map(Object::toString)
                .containsExactly("a/web");
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

    private static ObjectName name(String text) {
        String[] parts = text.split("/");
        return new ObjectName(parts[0], parts[1]);
    }
}
