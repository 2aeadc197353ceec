package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.explain.Explainer;
import io.github.meshready.smi.explain.Explanation;
import io.github.meshready.smi.explain.Question;
import io.github.meshready.smi.explain.Step;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.mesh.Arrival;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What explains a decision is that decision, and the chain and what is missing say the same as it does. */
class ExplainedDecisionsTest {

    private static final Optional<HttpRequest> REQUEST = Optional.of(new HttpRequest("GET", "/a", Map.of()));

    @Test
    void ofAllPairsOfRandomApplications() {
        Seeds.each(
                150,
                seed -> new RandomApplication(seed, AccountMode.MISSING).withSplits(),
                application -> explainAll(InMemory.applySet(application)));
    }

    @Test
    void ofAllPairsUnderPoliciesChangedAtRandom() {
        Seeds.each(150, MutatedPolicies::new, policies -> {
            policies.mutate();
            explainAll(List.of(InMemory.file("all.yaml", List.of(policies.yaml()))));
        });
    }

    private static void explainAll(List<ManifestFile> files) {
        Facts facts = new Verifier(List.of())
                .verify(new VerifyRequest(
                        files, Settings.DEFAULT, Declarations.NONE, Set.of(), new FileNames(Path.of(""))))
                .facts();
        for (Workload client : facts.application().workloads()) {
            for (Service service : facts.application().services()) {
                for (ServicePort port : service.tcpPorts()) {
                    Connection connection = new Connection(client, service, port);
                    check(facts, connection, Optional.empty(), facts.mesh().decide(connection));
                    checkEnds(facts.mesh(), connection);
                    check(facts, connection, REQUEST, facts.mesh().decide(connection, REQUEST.get()));
                }
            }
        }
    }

    /** A call that arrives at some end is one of which at least a part passes, to workloads of the manifests. */
    private static void checkEnds(Mesh mesh, Connection connection) {
        Decision decided = mesh.decide(connection);
        boolean isElsewhere =
                connection.service().leadsElsewhere() && !mesh.splits().spread(connection.service());
        boolean passesSomewhere = !isElsewhere
                && (decided.isAllowed()
                        || decided.verdict() == Verdict.UNDETERMINED
                        || decided.outcome() == Outcome.PARTIAL);
        assertThat(mesh.arrivals(connection).stream().anyMatch(Arrival::mayPass))
                .as("%s: %s", connection, decided)
                .isEqualTo(passesSomewhere);
    }

    private static void check(Facts facts, Connection connection, Optional<HttpRequest> request, Decision decided) {
        Explanation explanation = Explainer.explain(facts, new Question(connection, request));
        assertThat(explanation.decision()).as("%s %s", connection, request).isEqualTo(decided);
        boolean byPolicy = Set.of(Outcome.NO_TARGET, Outcome.PORT_CLOSED, Outcome.NO_ROUTE, Outcome.FORBIDDEN)
                .contains(decided.outcome());
        if (byPolicy || decided.isAllowed()) {
            assertThat(!explanation.missing().isEmpty())
                    .as("%s: %s", connection, decided)
                    .isEqualTo(byPolicy);
        }
        if (decided.outcome() == Outcome.GRANTED) {
            assertThat(explanation.chain())
                    .extracting(Step::text)
                    .as("%s: %s", connection, decided)
                    .anyMatch(text -> text.contains(" lists account ") && text.contains("; "));
        }
    }
}
