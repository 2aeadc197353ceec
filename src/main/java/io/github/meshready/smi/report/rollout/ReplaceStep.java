package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.report.Markdown.code;
import static io.github.meshready.smi.report.Markdown.codes;

import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.generate.PodReplacement;
import io.github.meshready.smi.generate.PodReplacement.Way;
import io.github.meshready.smi.report.Count;
import io.github.meshready.smi.report.Markdown;
import io.github.meshready.smi.report.rollout.RolloutOrder.Turn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Replacing pods. A pod without a sidecar cannot call one that has one, and the other way round, in either mode: the
 * server's listener has no chain for plain connections (OSM v1.2.4, pkg/envoy/lds/inmesh.go), and the client's sidecar
 * speaks mesh TLS to each Service of the mesh that it may call (pkg/catalog/outbound_traffic_policies.go; osm#5203,
 * osm#4820). So no order is without a gap, but in one of them pods wait for what they cannot reach yet.
 */
final class ReplaceStep extends Step {

    private final Map<String, PodReplacement> replacements = new LinkedHashMap<>();
    private final List<Turn> turns;

    ReplaceStep(Rollout rollout) {
        super("Replace pods", rollout);
        rollout.result()
                .restarts()
                .replacements()
                .forEach(replacement ->
                        replacements.putIfAbsent(replacement.workload().id(), replacement));
        this.turns = RolloutOrder.of(replacements.keySet(), called());
    }

    private Map<String, Set<String>> called() {
        Map<String, Set<String>> called = new TreeMap<>();
        for (Call call : rollout.verified().facts().graph().calls()) {
            Set<String> those = called.computeIfAbsent(call.source().id(), key -> new TreeSet<>());
            rollout.behind(call.service()).forEach(workload -> those.add(workload.id()));
        }
        return called;
    }

    @Override
    boolean applies() {
        return !replacements.isEmpty();
    }

    @Override
    void write(Markdown text) {
        text.paragraph(
                "A sidecar comes only with a new pod. **A call fails while one end has a sidecar and the other has none,"
                        + " with permissive mode on or off, unless annotations exclude its port:** pods with a sidecar take no plain connections, and a caller's sidecar"
                        + " speaks the mesh's TLS, which pods without one do not understand. No order avoids that, so choose a quiet"
                        + " hour and do not pause. Called workloads come before their callers: a caller that starts anew finds what"
                        + " it needs to become ready, while the other way round its rollout can hang.");
        text.table(List.of("turn", "workload", "its pods are replaced"), rows());
        turns.stream()
                .filter(Turn::isCircle)
                .forEach(turn -> text.paragraph(codes(turn.workloads())
                        + " call each other in a circle, in which nobody can be first: replace them together."));
        hold(text);
        early(text);
        text.commands(commands());
        text.paragraph(
                "An application that starts before its sidecar is ready may fail its first calls and restart once or"
                        + " twice. An HTTP port that has to answer plain callers in the meantime can be given an IngressBackend with"
                        + " these callers' addresses, to be deleted afterwards.");
    }

    private List<List<String>> rows() {
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < turns.size(); i++) {
            for (String id : turns.get(i).workloads()) {
                rows.add(List.of(Integer.toString(i + 1), code(id), described(replacements.get(id))));
            }
        }
        return rows;
    }

    private static String described(PodReplacement replacement) {
        return switch (replacement.way()) {
            case DELETED_BEFORE -> "deleted before, made anew by applying";
            case ROLLED_OUT -> "by applying, as the template changed";
            case RESTARTED -> "by a restart, below";
            case PODS_DELETED -> "by deleting them, below; one by one where some have to stay up";
            case NEXT_RUN -> "by its next run";
        };
    }

    /** What applying replaces, it replaces at once; only Deployments can be made to wait. */
    private void hold(Markdown text) {
        List<PodReplacement> atOnce = replacements.values().stream()
                .filter(replacement -> replacement.way() == Way.ROLLED_OUT)
                .toList();
        if (turns.size() > 1 && !atOnce.isEmpty()) {
            boolean pausable = atOnce.stream()
                    .map(replacement -> replacement.workload().kind())
                    .anyMatch(WorkloadKind.DEPLOYMENT::equals);
            text.paragraph("Applying replaces the pods of " + Count.of(atOnce.size(), "workload")
                    + " at once, whatever their turn."
                    + (pausable
                            ? " To make a Deployment that runs already wait, `kubectl rollout pause` it before applying and"
                                    + " `kubectl rollout resume` it in its turn."
                            : ""));
        }
    }

    /** What applying makes anew runs at once, whether or not what it calls can be reached. */
    private void early(Markdown text) {
        List<String> early = turns.stream()
                .skip(1)
                .flatMap(turn -> turn.workloads().stream())
                .filter(id -> replacements.get(id).way() == Way.DELETED_BEFORE)
                .toList();
        if (!early.isEmpty()) {
            text.paragraph("Applying makes " + codes(early)
                    + " ahead of its turn: what has failed by the end of this step," + " delete and apply once more.");
        }
    }

    /** Turn by turn: first what starts, then what waits for it. */
    private List<String> commands() {
        List<String> commands = new ArrayList<>();
        for (Turn turn : turns) {
            List<String> waits = new ArrayList<>();
            for (String id : turn.workloads()) {
                PodReplacement replacement = replacements.get(id);
                if (replacement.way() != Way.DELETED_BEFORE) {
                    replacement.command().ifPresent(commands::add);
                }
                WaitCommand.of(replacement).ifPresent(waits::add);
            }
            commands.addAll(waits);
        }
        return commands;
    }
}
