package io.github.meshready.smi.explain;

import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.Evidence;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.verify.CallDecision;
import io.github.meshready.smi.verify.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What says that the application makes a call. */
final class CallEvidence {

    private static final String TOPIC = "evidence";
    private static final int SHOWN = 5;

    private final Facts facts;
    private final Connection connection;

    CallEvidence(Facts facts, Question question) {
        this.facts = facts;
        this.connection = question.connection();
    }

    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        facts.decisions().stream().filter(decided -> isMeant(decided.call())).forEach(decided -> {
            add(steps, decided);
            addUses(steps, decided.call());
        });
        facts.graph().suggestions().stream()
                .filter(this::isMeant)
                .forEach(call -> add(steps, call, "the application may make this call: "));
        facts.graph().ignored().stream()
                .filter(ignored -> isMeant(ignored.call()))
                .forEach(ignored -> add(steps, ignored.call(), "<ignoredCalls> says that this is no call: "));
        if (steps.isEmpty()) {
            steps.add(new Step(TOPIC, "nothing says that the application makes this call", List.of()));
        }
        return steps;
    }

    private boolean isMeant(Call call) {
        return call.source().equals(connection.client())
                && call.service().equals(connection.service())
                && call.port().equals(connection.port());
    }

    private static void add(List<Step> steps, CallDecision decided) {
        add(steps, decided.call(), "the application makes this call: ");
        decided.beforeSidecar()
                .ifPresent(before -> steps.add(new Step(
                        TOPIC,
                        "an init container makes it, before there is a sidecar: " + before.verdict() + ", "
                                + before.reason(),
                        List.of())));
    }

    /** Which routes the caller uses, and what tells that. */
    private void addUses(List<Step> steps, Call call) {
        RouteBook book = facts.graph().routes();
        Optional<UsedRoutes> used = book.used(call);
        if (used.isPresent()) {
            List<HttpRoute> routes = used.get().routes();
            String shown = routes.stream()
                    .limit(SHOWN)
                    .map(HttpRoute::described)
                    .map(Printable::text)
                    .collect(Collectors.joining(", "));
            String more = routes.size() > SHOWN ? " and " + (routes.size() - SHOWN) + " more" : "";
            steps.add(new Step("uses", shown + more + " (" + used.get().source() + ")", List.of()));
        } else if (call.protocol().isHttp()
                && book.served(facts.application().selectedBy(call.service())).isPresent()) {
            steps.add(new Step(
                    "uses",
                    "nothing tells which routes; smi:generate gives the caller every route of "
                            + call.service().name(),
                    List.of()));
        }
    }

    private static void add(List<Step> steps, Call call, String said) {
        for (Evidence evidence : call.evidence()) {
            steps.add(new Step(
                    TOPIC,
                    said + evidence.described(),
                    evidence.location().map(List::of).orElse(List.of())));
        }
    }
}
