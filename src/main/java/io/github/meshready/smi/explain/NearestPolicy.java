package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.HostNames;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.mesh.Verdict;
import io.github.meshready.smi.policy.AccountRef;
import io.github.meshready.smi.policy.TrafficTarget;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The policy that would let a call pass if one thing in it were different, and what that is. */
final class NearestPolicy {

    private static final String TOPIC = "missing";

    private final Mesh mesh;
    private final Question question;
    private final Decision decision;
    private final ObjectName source;

    NearestPolicy(Mesh mesh, Question question, Decision decision) {
        this.mesh = mesh;
        this.question = question;
        this.decision = decision;
        this.source = question.connection().client().account();
    }

    /** What is missing at each called account; nothing if the call may pass, or fails for another reason than policies. */
    List<Step> missing() {
        if (decision.outcome() == Outcome.UNKNOWN_HOST) {
            return List.of(knownHosts());
        }
        boolean byPolicy = switch (decision.outcome()) {
            case NO_TARGET, PORT_CLOSED, NO_ROUTE, FORBIDDEN, PARTIAL, BROKEN_SPLIT -> true;
            default -> false;
        };
        return byPolicy
                ? CalledEnd.of(question.connection(), mesh).stream()
                        .filter(end -> end.isGuarded(mesh))
                        .flatMap(end -> missing(end).stream())
                        .distinct()
                        .toList()
                : List.of();
    }

    private Step knownHosts() {
        Connection connection = question.connection();
        List<String> names = new HostNames(
                        connection.service(),
                        connection.port(),
                        connection.client().namespace())
                .names();
        return new Step(
                TOPIC,
                "a Host header with one of the names of Service "
                        + connection.service().name() + ": " + String.join(", ", names) + "; each with or without :"
                        + connection.port().number(),
                List.of(connection.port().location()));
    }

    private Optional<Step> missing(CalledEnd end) {
        ObjectName account = end.workload().account();
        Decision there = mesh.decideAt(source, account, end.served(), question.request());
        if (there.verdict() != Verdict.DENIED) {
            return Optional.empty();
        }
        return Optional.of(
                switch (there.outcome()) {
                    case PORT_CLOSED -> portClosed(account, end.targetPort().getAsInt());
                    case NO_ROUTE -> noRoute(account);
                    case FORBIDDEN -> forbidden(account);
                    default -> noTarget(account);
                });
    }

    /** A target that only lacks the source comes nearer than one that the mesh ignores. */
    private Step noTarget(ObjectName account) {
        List<TrafficTarget> targets = TargetSteps.leadingTo(mesh, account);
        Optional<TrafficTarget> ignored =
                targets.stream().filter(target -> target.hasSource(source)).findFirst();
        if (ignored.isPresent()) {
            return step(
                    ignored.get(),
                    "lists account " + source + ", but the mesh ignores it: "
                            + TargetSteps.whyIgnored(mesh, ignored.get()).orElse("it does not count"));
        }
        return targets.stream()
                .min(Comparator.comparing(
                        target -> TargetSteps.whyIgnored(mesh, target).isPresent()))
                .map(target -> step(target, "does not list account " + source + " among its sources" + sources(target)))
                .orElseGet(() -> new Step(
                        TOPIC,
                        "a TrafficTarget in namespace " + account.namespace() + " with destination " + account
                                + " and source " + source,
                        List.of()));
    }

    private static String sources(TrafficTarget target) {
        String names = target.sources().stream()
                .map(AccountRef::account)
                .map(ObjectName::toString)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "" : ": " + names;
    }

    private Step portClosed(ObjectName account, int targetPort) {
        TrafficTarget target =
                mesh.destination(account).orElseThrow().naming(source).get(0);
        return step(target, "does not open port " + targetPort + " of the pods: " + TargetSteps.ports(mesh, target));
    }

    private Step noRoute(ObjectName account) {
        DestinationPolicy policy = mesh.destination(account).orElseThrow();
        Optional<Route> nearest =
                question.request().flatMap(request -> policy.routes().stream().min(nearness(request)));
        return nearest.map(route -> new Step(
                        TOPIC,
                        RouteWords.of(route) + " comes nearest: "
                                + String.join(
                                        ", ", route.misfits(question.request().orElseThrow())),
                        route.match().location()))
                .orElseGet(() -> step(
                        policy.naming(source).get(0),
                        "names no match that exists, and without one every request gets 404"));
    }

    /** Routes for the caller first, then those of which less does not match, then those whose path is more alike. */
    private Comparator<Route> nearness(HttpRequest request) {
        return Comparator.comparing((Route route) -> !route.admits(source))
                .thenComparing(route -> route.misfits(request).size())
                .thenComparing(
                        route -> -commonStart(request.path(), route.match().effectivePath()));
    }

    private static int commonStart(String one, String other) {
        int length = 0;
        while (length < Math.min(one.length(), other.length()) && one.charAt(length) == other.charAt(length)) {
            length++;
        }
        return length;
    }

    private Step forbidden(ObjectName account) {
        Route route = mesh.destination(account).orElseThrow().routes().stream()
                .filter(each -> question.request().isEmpty()
                        || each.misfits(question.request().get()).isEmpty())
                .findFirst()
                .orElseThrow();
        String callers = route.callers().stream().map(ObjectName::toString).collect(Collectors.joining(", "));
        return new Step(
                TOPIC,
                "no TrafficTarget with account " + source + " among its sources lists " + RouteWords.of(route)
                        + ", which is for " + callers,
                route.match().location());
    }

    private static Step step(TrafficTarget target, String text) {
        return new Step(
                TOPIC, target.object().described() + " " + text, target.object().location());
    }
}
