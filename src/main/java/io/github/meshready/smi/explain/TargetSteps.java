package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.DestinationPolicy;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.policy.TargetRule;
import io.github.meshready.smi.policy.TcpRoute;
import io.github.meshready.smi.policy.TrafficTarget;
import io.github.meshready.smi.verify.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the TrafficTargets and routes of one called account say of a caller. */
final class TargetSteps {

    private static final int OTHERS_SHOWN = 5;

    private final Mesh mesh;
    private final ObjectName source;
    private final ObjectName account;
    private final CalledEnd end;
    private final Facts facts;

    TargetSteps(Facts facts, ObjectName source, CalledEnd end) {
        this.facts = facts;
        this.mesh = facts.mesh();
        this.source = source;
        this.account = end.workload().account();
        this.end = end;
    }

    List<Step> steps(Optional<HttpRequest> request) {
        List<TrafficTarget> targets = leadingTo(mesh, account);
        List<Step> steps = new ArrayList<>();
        if (targets.isEmpty()) {
            steps.add(new Step("target", "no TrafficTarget has account " + account + " as its destination", List.of()));
        }
        targets.forEach(target -> steps.add(new Step(
                "target",
                target.object().described() + " " + says(target),
                target.object().location())));
        Optional<DestinationPolicy> policy = mesh.destination(account);
        boolean connects = policy.isPresent()
                && !policy.get().naming(source).isEmpty()
                && !policy.get().opening(source, end.targetPort().getAsInt()).isEmpty();
        if (connects && end.served().isHttp()) {
            addRoutes(steps, policy.get().routes(), request);
        }
        return steps;
    }

    /** All TrafficTargets that have an account as their destination, whether the mesh looks at them or not. */
    static List<TrafficTarget> leadingTo(Mesh mesh, ObjectName account) {
        return mesh.policies().targets().stream()
                .filter(target -> target.destination()
                        .filter(destination -> destination.account().equals(account))
                        .isPresent())
                .toList();
    }

    private String says(TrafficTarget target) {
        Optional<String> ignored = whyIgnored(mesh, target);
        if (ignored.isPresent()) {
            return "is ignored by the mesh: " + ignored.get();
        }
        return naming(target) + "; " + opening(target);
    }

    /** Why the mesh does not look at a target, if it does not. */
    static Optional<String> whyIgnored(Mesh mesh, TrafficTarget target) {
        Optional<String> unwatched = mesh.membership().unwatched(target.namespace());
        if (unwatched.isPresent() || target.isValid(mesh.mode().dialect())) {
            return unwatched;
        }
        if (target.rules().isEmpty()) {
            return Optional.of("it has no rules");
        }
        return target.rules().stream()
                .filter(rule -> !rule.isHttp() && !rule.isTcp())
                .findFirst()
                .map(rule -> "it has a rule of kind " + Printable.text(rule.kind()))
                .or(() -> Optional.of("it stands in another namespace than its destination"));
    }

    private String naming(TrafficTarget target) {
        if (target.sources().isEmpty()) {
            return "names no source, which the mesh takes for anyone";
        }
        if (!target.hasSource(source)) {
            return "does not list account " + source + " among its sources";
        }
        return mesh.knows(source, account)
                ? "lists account " + source
                : "lists account " + source + ", but not as kind ServiceAccount at both ends";
    }

    private String opening(TrafficTarget target) {
        String verb = mesh.policies().opens(target, end.targetPort().getAsInt()) ? "opens" : "does not open";
        return verb + " port " + end.targetPort().getAsInt() + " (" + ports(mesh, target) + ")";
    }

    /** Which ports a target opens, and why. */
    static String ports(Mesh mesh, TrafficTarget target) {
        if (target.tcpRules().isEmpty()) {
            return "it names no TCPRoute, so every port";
        }
        List<String> said = new ArrayList<>();
        for (TargetRule rule : target.tcpRules()) {
            Optional<TcpRoute> route = mesh.policies().tcpRoute(target.routeName(rule));
            said.add("TCPRoute " + Printable.text(rule.name())
                    + route.map(TargetSteps::listed).orElse(" does not exist, so none"));
        }
        return String.join(", ", said);
    }

    private static String listed(TcpRoute route) {
        String ports = route.ports().stream()
                .map(port -> Integer.toString(port.effective()))
                .collect(Collectors.joining(", "));
        return ports.isEmpty() ? " lists none, so every port" : " lists " + ports;
    }

    private void addRoutes(List<Step> steps, List<Route> routes, Optional<HttpRequest> request) {
        if (routes.isEmpty()) {
            steps.add(new Step("route", "account " + account + " has no routes at all", List.of()));
        }
        List<Route> others = new ArrayList<>();
        OriginSteps origins = new OriginSteps(facts, end.workload());
        for (Route route : routes) {
            if (request.isEmpty() || route.misfits(request.get()).isEmpty()) {
                steps.add(step(route, request.isEmpty() ? "" : " matches;"));
                if (route.admits(source)) {
                    steps.addAll(origins.of(route, request));
                }
            } else {
                others.add(route);
            }
        }
        others.stream()
                .limit(OTHERS_SHOWN)
                .map(route -> step(
                        route, " does not match: " + String.join(", ", route.misfits(request.orElseThrow())) + ";"))
                .forEach(steps::add);
        if (others.size() > OTHERS_SHOWN) {
            steps.add(
                    new Step("route", "and " + (others.size() - OTHERS_SHOWN) + " more that do not match", List.of()));
        }
    }

    private Step step(Route route, String fit) {
        String callers = route.callers().isEmpty()
                ? "for anyone"
                : "for "
                        + route.callers().stream().map(ObjectName::toString).collect(Collectors.joining(", "))
                        + (route.admits(source) ? "" : ", not for the caller");
        return new Step(
                "route",
                RouteWords.of(route) + fit + " " + callers,
                route.match().location());
    }
}
