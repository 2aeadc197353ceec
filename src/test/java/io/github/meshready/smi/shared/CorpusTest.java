package io.github.meshready.smi.shared;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ApplicationReader;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.TreeComparison;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.VerifyResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Real applications: nothing is lost, nothing is altered but by added lines, and what was written holds. */
class CorpusTest {

    private static final Set<String> ADDED = Set.of(
            "serviceAccountName",
            "appProtocol",
            "labels",
            "annotations",
            "openservicemesh.io/monitored-by",
            "openservicemesh.io/sidecar-injection");

    private static final Set<Outcome> BEYOND_POLICIES =
            EnumSet.of(Outcome.HEADLESS_NAME, Outcome.CLIENT_WITHOUT_SIDECAR);

    /** The errors of each application that are right, and why; of every other application there is none. */
    private static final Map<String, List<String>> JUSTIFIED = Map.of(
            // OSM's own demo ships a TrafficTarget whose routes are in another folder.
            "osm-bookstore",
            List.of("SMI-TT-08 TrafficTarget bookstore/bookstore-v2"),
            "online-boutique",
            List.of(
                    // An init container waits for the shop's front, before there is a sidecar.
                    "SMI-POD-03 Deployment default/loadgenerator",
                    // Probes of type grpc, which the sidecar refuses (osm#4428).
                    "SMI-PROBE-02 Deployment default/adservice",
                    "SMI-PROBE-02 Deployment default/cartservice",
                    "SMI-PROBE-02 Deployment default/checkoutservice",
                    "SMI-PROBE-02 Deployment default/currencyservice",
                    "SMI-PROBE-02 Deployment default/emailservice",
                    "SMI-PROBE-02 Deployment default/paymentservice",
                    "SMI-PROBE-02 Deployment default/productcatalogservice",
                    "SMI-PROBE-02 Deployment default/recommendationservice",
                    "SMI-PROBE-02 Deployment default/shippingservice"),
            "jhipster-k8s",
            List.of(
                    // Init containers wait for the databases, before there is a sidecar.
                    "SMI-POD-03 Deployment demo/blog",
                    "SMI-POD-03 Deployment demo/gateway",
                    "SMI-POD-03 Deployment demo/store",
                    // They call the registry by the name of a headless Service (osm#5252).
                    "SMI-CALL-01 Deployment demo/blog",
                    "SMI-CALL-01 Deployment demo/gateway",
                    "SMI-CALL-01 Deployment demo/store"));

    @TempDir
    private Path base;

    static Stream<Path> applications() throws IOException {
        if (!SharedData.isThere("corpus")) {
            return Stream.of(Path.of("none"));
        }
        try (Stream<Path> folders = Files.list(SharedData.folder("corpus"))) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("manifests"))).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("applications")
    void goesThroughBothGoalsWithNothingLost(Path application) throws IOException {
        SharedData.folder("corpus");
        Goals goals = new Goals(base, Declarations.NONE);
        GenerateResult result = goals.generate(List.of(application.resolve("manifests")));
        assertThat(result.application().workloads()).isNotEmpty();
        for (ManifestFile before : result.read().files()) {
            Path after = base.resolve("target/smi/50-app").resolve(before.path());
            assertThat(onlyAddedLines(before.source().text(), Files.readString(after)))
                    .as(before.path())
                    .isTrue();
        }
        Application written = new ApplicationReader("default", Dialect.DEFAULT)
                .read(result.applySet().stream()
                        .filter(file -> file.path().startsWith("50-app/"))
                        .toList());
        assertThat(written.objects())
                .map(KubeObject::identity)
                .containsExactlyElementsOf(result.application().objects().stream()
                        .map(KubeObject::identity)
                        .toList());
        for (int i = 0; i < written.objects().size(); i++) {
            KubeObject before = result.application().objects().get(i);
            boolean mayChange = Set.of("Service", "Namespace", "RoleBinding", "ClusterRoleBinding")
                            .contains(before.kind())
                    || result.application().workloads().stream()
                            .anyMatch(each -> each.object().identity().equals(before.identity()));
            assertThat(mayChange
                            || TreeComparison.isSame(
                                    before.root(), written.objects().get(i).root()))
                    .as(before.described())
                    .isTrue();
        }
        VerifyResult verified = goals.verify();
        assertThat(verified.facts().decisions())
                .as("no call lacks a policy; what no policy can help is left to the errors below")
                .allMatch(decided -> decided.decision().isAllowed()
                        || BEYOND_POLICIES.contains(decided.decision().outcome()));
        assertThat(verified.facts().decisions())
                .filteredOn(decided -> !decided.decision().isAllowed())
                .map(decided -> decided.call().source().id() + "\t"
                        + decided.call().service().name() + "\t"
                        + decided.call().port().number())
                .as("what is refused is a call that the application makes")
                .isSubsetOf(truth(application));
        assertThat(verified.findings())
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .map(finding -> finding.rule() + " " + finding.object())
                .as("no false alarm, and none of the justified ones is missing")
                .hasSameElementsAs(
                        JUSTIFIED.getOrDefault(application.getFileName().toString(), List.of()));
        assertThat(goals.generate(List.of(application.resolve("manifests")))
                        .changes()
                        .written())
                .as("a second run")
                .isZero();
    }

    /** Source, destination and port of every call that the application makes; a dash stands for no namespace. */
    private static List<String> truth(Path application) throws IOException {
        return Files.readAllLines(application.resolve("truth.tsv")).stream()
                .map(line -> line.replace("/-/", "/default/").replace("\t-/", "\tdefault/"))
                .map(line -> String.join("\t", Arrays.copyOf(line.split("\t", -1), 3)))
                .toList();
    }

    @Test
    void theRealApplicationsAreTwelve() throws IOException {
        SharedData.folder("corpus");
        assertThat(applications())
                .map(folder -> folder.getFileName().toString())
                .hasSize(12)
                .containsAll(JUSTIFIED.keySet());
    }

    /** Whether all lines before are there in order, and each one more holds a key that we add, or replaces an account. */
    private static boolean onlyAddedLines(String before, String after) {
        Set<String> subject = before.contains("RoleBinding") ? Set.of("- kind", "name", "namespace") : Set.of();
        List<String> old = new ArrayList<>(Arrays.asList(before.split("\n", -1)));
        for (String line : after.split("\n", -1)) {
            if (!old.isEmpty() && old.get(0).equals(line)) {
                old.remove(0);
            } else if (Stream.concat(ADDED.stream(), subject.stream())
                    .noneMatch(key -> line.strip().startsWith(key + ":"))) {
                return false;
            } else if (!old.isEmpty() && old.get(0).strip().startsWith("serviceAccountName:")) {
                old.remove(0);
            }
        }
        return old.isEmpty();
    }

    @Test
    void azureVoteNeedsTwoAccountsOneMarkAndOneCall() throws IOException {
        Goals goals = new Goals(base, Declarations.NONE);
        GenerateResult result =
                goals.generate(List.of(SharedData.folder("corpus").resolve("azure-vote/manifests")));
        assertThat(result.plan().accounts().created())
                .map(Object::toString)
                .containsExactly("default/azure-vote-back", "default/azure-vote-front");
        assertThat(result.graph().calls())
                .map(call -> call.described())
                .containsExactly("azure-vote-front -> azure-vote-back:6379 tcp (env REDIS)");
        assertThat(result.plan().protocols())
                .map(mark -> mark.service().name() + " " + mark.protocol())
                .containsExactly("default/azure-vote-back tcp");
        assertThat(result.plan().policies().tcpRoutes())
                .map(route -> route.ports())
                .containsExactly(List.of(6379));
        assertThat(result.plan().policies().allowAllGroups()).isEmpty();
        assertThat(result.plan().policies().targets()).hasSize(1);
        assertThat(goals.verify().findings())
                .map(finding -> finding.rule() + " " + finding.severity() + " " + finding.object())
                .containsExactly("SMI-ING-01 warning Service default/azure-vote-front");
    }
}
