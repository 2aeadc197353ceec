package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.MeshProtocol;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.PortProtocol;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.policy.TrafficSplit;
import io.github.meshready.smi.verify.Facts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Goes the way of a call as the mesh does, and notes what holds at each place. */
final class Chain {

    private final Facts facts;
    private final Mesh mesh;
    private final Question question;
    private final Decision decision;
    private final Workload client;
    private final Service service;
    private final ServicePort port;
    private final List<Step> steps = new ArrayList<>();

    Chain(Facts facts, Question question, Decision decision) {
        this.facts = facts;
        this.mesh = facts.mesh();
        this.question = question;
        this.decision = decision;
        this.client = question.connection().client();
        this.service = question.connection().service();
        this.port = question.connection().port();
    }

    List<Step> steps() {
        addCaller();
        addService();
        addProtocol();
        mesh.policies().splits(service.name()).forEach(this::addSplit);
        List<CalledEnd> ends = CalledEnd.of(question.connection(), mesh);
        ends.forEach(this::addPods);
        boolean isPlain = isPlain();
        if (isPlain) {
            steps.addAll(OutsidePolicies.ingress(mesh, ends));
        } else if (mesh.mode().permissive()) {
            steps.add(new Step(
                    "mode",
                    "permissive mode is on (" + mesh.mode().source() + "): TrafficTargets have no say",
                    List.of()));
        } else {
            addPolicies(ends);
        }
        if (!isPlain && leaves()) {
            steps.addAll(OutsidePolicies.egress(mesh, client.account(), port.number()));
        }
        return steps;
    }

    private boolean isPlain() {
        return mesh.membership().outside(client).isPresent()
                || mesh.exclusions().outbound(client, port.number());
    }

    /** Whether the caller's sidecar sends the call out of the mesh. */
    private boolean leaves() {
        return switch (decision.outcome()) {
            case OUTSIDE, EGRESS, EGRESS_CLOSED -> true;
            default -> false;
        };
    }

    private void addCaller() {
        String state = mesh.membership()
                .rejected(client)
                .map(reason -> "its pods do not start: " + reason)
                .or(() -> mesh.membership().outside(client).map(reason -> "its pods have no sidecar: " + reason))
                .orElse("its pods have a sidecar");
        steps.add(new Step(
                "caller",
                client.id() + " runs as account " + client.account() + "; " + state,
                client.object().location()));
        if (mesh.exclusions().outbound(client, port.number())) {
            steps.add(new Step(
                    "exclusion",
                    "port " + port.number() + " is excluded from the caller's sidecar: the call goes past the mesh",
                    List.of()));
        }
    }

    private void addService() {
        String names = service.name() + " port " + port.number() + " leads to port " + port.target() + " of its pods";
        Optional<String> unwatched = mesh.membership().unwatched(service.name().namespace());
        steps.add(new Step(
                "service",
                names
                        + (service.headless() ? "; it is headless" : "")
                        + (question.connection().toPods() ? "; the caller uses the names of single pods" : "")
                        + unwatched
                                .map(reason -> "; the mesh does not watch it: " + reason)
                                .orElse(""),
                port.location()));
    }

    private void addProtocol() {
        MeshProtocol taken = port.meshProtocol();
        String known = taken.protocol().map(Object::toString).orElse("none that the mesh supports");
        String why = switch (taken.origin()) {
            case APP_PROTOCOL ->
                "appProtocol " + Printable.text(port.appProtocol().orElse(""));
            case NAME_PREFIX -> "the name " + Printable.text(port.name());
            case DEFAULT -> "the mesh's default, as the port declares nothing";
        };
        PortProtocol spoken = facts.graph().protocol(service, port);
        boolean misread = spoken != null && spoken.isKnown() && spoken.isMisread(port, facts.dialect());
        steps.add(new Step(
                "protocol",
                known + ", from " + why
                        + (misread ? "; the application speaks " + spoken.protocol() + " (" + spoken.why() + ")" : ""),
                port.location()));
    }

    private void addSplit(TrafficSplit split) {
        String backends = split.split().backends().stream()
                .map(backend -> backend.service().name() + " "
                        + Printable.text(backend.weight().written()))
                .collect(Collectors.joining(", "));
        steps.add(new Step(
                "split",
                split.object().described() + " spreads the calls: " + backends
                        + (mesh.splits().spread(service)
                                        && !question.connection().toPods()
                                ? ""
                                : "; not those to single pods"),
                split.hostLocation()));
    }

    private void addPods(CalledEnd end) {
        Workload workload = end.workload();
        String state = mesh.membership()
                .rejected(workload)
                .map(reason -> "they do not start: " + reason)
                .or(() -> mesh.membership().outside(workload).map(reason -> "no sidecar: " + reason))
                .orElse("with a sidecar");
        boolean past = end.targetPort().isPresent()
                && mesh.exclusions().inbound(workload, end.targetPort().getAsInt());
        String at = end.targetPort().isPresent()
                ? "port " + end.targetPort().getAsInt()
                : "no port named " + Printable.text(end.port().target().name());
        String behind =
                end.service().equals(service) ? "" : " behind " + end.service().name();
        steps.add(new Step(
                "pods",
                workload.id() + behind + ", account " + workload.account() + ", " + at + ", " + state
                        + (past ? ", which the port is excluded from" : ""),
                workload.object().location()));
    }

    private void addPolicies(List<CalledEnd> ends) {
        Set<String> seen = new HashSet<>();
        for (CalledEnd end : ends) {
            if (end.isGuarded(mesh)
                    && seen.add(
                            end.workload().account() + ":" + end.targetPort().getAsInt())) {
                steps.addAll(new TargetSteps(facts, client.account(), end).steps(question.request()));
            }
        }
    }
}
