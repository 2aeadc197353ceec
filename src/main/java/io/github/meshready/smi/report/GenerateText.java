package io.github.meshready.smi.report;

import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.IgnoredCall;
import io.github.meshready.smi.call.Unresolved;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.AccountPlan;
import io.github.meshready.smi.policy.NamespacePlan;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.PlannedSplit;
import io.github.meshready.smi.verify.Severity;
import io.github.meshready.smi.verify.gate.Judgement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code smi:generate} tells: what was read, what was added and why, and what is left to do. */
public final class GenerateText {

    private static final int SHOWN = 40;

    private final GenerateResult result;
    private final String meshName;
    private final String defaultNamespace;
    private final String folder;

    private final List<String> lines = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /**
     * Composes the text.
     *
     * @param folder name of the output folder
     */
    public GenerateText(GenerateResult result, String meshName, String defaultNamespace, String folder) {
        this.result = result;
        this.meshName = meshName;
        this.defaultNamespace = defaultNamespace;
        this.folder = folder;
        read();
        added();
        calls();
        leftToDo();
    }

    /** What happened, to be shown at info level. */
    public List<String> lines() {
        return lines.stream().map(Printable::line).toList();
    }

    /**
     * What to do next.
     *
     * @param judgement what verification says of the apply set, and what of it counts
     * @param verify the command that repeats it
     */
    public String next(Judgement judgement, String verify) {
        long errors = judgement.count(Severity.ERROR);
        return errors > 0
                ? "Next: correct what is wrong above (" + Count.of(errors, "error") + "), and generate again"
                : "Next: " + verify + ", then: " + ApplyCommand.of(result.application(), defaultNamespace, folder);
    }

    /** What needs attention, to be shown as warnings. */
    public List<String> warnings() {
        return warnings.stream().map(Printable::line).toList();
    }

    private void read() {
        int workloads = result.application().workloads().size();
        int files = result.read().files().size();
        int found = files + result.read().skipped().size();
        lines.add("Read " + (found > files ? files + " of " : "") + Count.of(found, "file") + ": "
                + Count.of(result.application().objects().size(), "object") + ", " + Count.of(workloads, "workload")
                + ", " + Count.of(result.application().services().size(), "service"));
        warnings.addAll(result.application().remarks());
        SkippedText skipped = new SkippedText(result.read());
        lines.addAll(skipped.lines());
        warnings.addAll(skipped.warnings());
        lines.add("Mesh " + meshName + " (" + result.mode().dialect() + "), permissive mode "
                + (result.mode().permissive() ? "on" : "off") + " ("
                + result.mode().source() + ")");
        if (result.mode().permissive()) {
            warnings.add(
                    result.plan().policies().isEmpty()
                            ? "Permissive mode is on: the mesh would ignore TrafficTargets, so none are written; to write them"
                                    + " ahead, set smi.policies to always"
                            : "Permissive mode is on: the mesh ignores the TrafficTargets written here until it is switched"
                                    + " off");
        }
        if (workloads == 0) {
            warnings.add("No workload was found: nothing to bring into the mesh");
        }
        long unnamed = result.application().objects().stream()
                .filter(object -> !object.namespace().isEmpty() && !object.namesNamespace())
                .map(KubeObject::identity)
                .distinct()
                .count();
        if (unnamed > 0 && defaultNamespace.equals("default")) {
            warnings.add(Count.of(unnamed, "object") + " without a namespace: taken to be for namespace default,"
                    + " which OSM's documentation advises against; set smi.namespace");
        }
    }

    private void added() {
        Plan plan = result.plan();
        for (NamespacePlan namespace : plan.namespaces().values()) {
            if (namespace.obstacle().isPresent()) {
                warnings.add("Namespace " + namespace.name() + " stays out of the mesh: "
                        + namespace.obstacle().get());
            } else if (namespace.isOnboardedNow()) {
                String where = namespace.declared().map(Namespace::object).isPresent() ? "edited" : "new";
                lines.add("Namespace " + namespace.name() + " joins mesh " + meshName + " (" + where + ")");
            }
        }
        result.remarks().forEach(lines::add);
        Set<ObjectName> created = Set.copyOf(plan.accounts().created());
        list(
                "Service accounts",
                plan.accounts().moved().stream()
                        .map(workload -> account(workload, plan.accounts(), created))
                        .toList());
        InheritanceText inherited = new InheritanceText(plan.accounts().inheritances());
        list("Rights that the new accounts keep", inherited.kept());
        list(
                "Accounts that workloads leave; what the cluster gives them beyond the manifests has to be moved by hand",
                inherited.unknown());
        warnings.addAll(inherited.warnings());
        list(
                "Protocols",
                plan.protocols().stream()
                        .map(mark -> "Service " + mark.service().name() + " port "
                                + mark.port().number() + ": appProtocol " + mark.protocol() + " (" + mark.why() + ")")
                        .toList());
        list("Traffic splits", plan.splits().stream().map(GenerateText::split).toList());
        plan.withoutSidecar().entrySet().stream()
                .filter(entry -> plan.namespaces()
                        .get(entry.getKey().namespace())
                        .obstacle()
                        .isEmpty())
                .map(entry -> entry.getKey().id() + " stays out of the mesh: " + entry.getValue())
                .sorted()
                .forEach(warnings::add);
    }

    private static String split(PlannedSplit planned) {
        return "Service " + planned.split().apex() + ": "
                + planned.split().backends().stream()
                        .map(backend -> backend.service().name() + " "
                                + backend.weight().written())
                        .collect(Collectors.joining(", "))
                + " (TrafficSplit " + planned.name() + ")";
    }

    private static String account(Workload workload, AccountPlan accounts, Set<ObjectName> created) {
        ObjectName account = accounts.accountOf().get(workload);
        String why = accounts.avoided().contains(workload)
                ? "; " + workload.objectName() + " has rights of its own and was not taken"
                : created.contains(account) ? "" : "; the manifests define it already";
        return workload.kind().kind() + " " + workload.name() + " runs as " + account + " (was "
                + workload.account().name() + why + ")";
    }

    private void calls() {
        list("Calls", result.graph().calls().stream().map(Call::described).toList());
        list(
                "Calls that the manifests' own policies allow already",
                result.plan().policies().covered());
        list(
                "Ignored calls",
                result.graph().ignored().stream().map(IgnoredCall::described).toList());
        list(
                "Perhaps calls, not allowed; to allow one, declare it",
                result.graph().suggestions().stream()
                        .map(GenerateText::suggestion)
                        .toList());
        lines.addAll(RoutesText.lines(result.plan().policies().routes()));
        list(
                "Every path is allowed, as the routes are not known",
                result.plan().policies().allowAllGroups().stream()
                        .map(group -> "HTTPRouteGroup " + group)
                        .toList());
        warnings.addAll(result.plan().policies().notes());
        list(
                "Let in from outside of the mesh",
                result.plan().ingress().backends().stream().map(IngressText::of).toList());
        warnings.addAll(result.plan().ingress().notes());
        list(
                "Let out of the mesh",
                result.plan().egress().policies().stream()
                        .map(each -> "Egress " + each.name() + ": " + String.join("; ", each.reasons()))
                        .toList());
        list(
                "Calls that the manifests' own Egresses let out already",
                result.plan().egress().covered());
        warnings.addAll(result.plan().egress().notes());
        result.graph().calls().stream()
                .filter(call ->
                        !result.graph().protocol(call.service(), call.port()).isKnown())
                .collect(Collectors.toMap(
                        call -> call.service().name() + " port " + call.port().number(),
                        GenerateText::settled,
                        (one, other) -> one,
                        TreeMap::new))
                .forEach((port, snippet) -> warnings.add("Service " + port
                        + ": nothing tells what is spoken there; it is taken for tcp, which carries http without routes. To"
                        + " settle it: " + snippet));
        result.graph().unusedIgnores().forEach(unused -> warnings.add("<ignoredCall> " + unused + " matches no call"));
        list(
                "Hosts outside of the cluster (" + egress() + ")",
                result.graph().unresolved().stream()
                        .filter(each -> each.reason() == Unresolved.Reason.EXTERNAL)
                        .map(each -> each.source().name() + " -> " + each.address() + " ("
                                + each.evidence().described() + ")")
                        .distinct()
                        .toList());
    }

    private String egress() {
        return switch (result.mode().egress()) {
            case OPEN -> "the MeshConfig lets these calls out";
            case CLOSED ->
                result.mode().readsEgressPolicies()
                        ? "the MeshConfig lets none out, so each needs an Egress"
                        : "the MeshConfig lets none out, and its featureFlags.enableEgressPolicy takes every Egress its effect";
            case ASSUMED_OPEN -> "the mesh lets these calls out unless enableEgress is false";
            case ASSUMED_CLOSED -> "the mesh lets none out unless enableEgress is true; each needs an Egress";
        };
    }

    private static String suggestion(Call call) {
        return call.described() + "  " + snippet(call, "");
    }

    private static String settled(Call call) {
        return snippet(call, "<protocol>http</protocol>");
    }

    private static String snippet(Call call, String more) {
        return "<call><from>" + call.source().id() + "</from><to>"
                + call.service().name() + "</to><port>" + call.port().number() + "</port>" + more + "</call>";
    }

    private void leftToDo() {
        lines.add("Wrote " + folder + ": " + Count.of(result.changes().written(), "file") + " new or changed, "
                + result.changes().unchanged() + " unchanged, "
                + result.changes().removed() + " removed");
        long replaced = result.plan().accounts().moved().stream()
                .filter(workload -> workload.kind().isRolledOut())
                .count();
        if (replaced > 0) {
            lines.add("Applying this replaces the pods of " + Count.of(replaced, "workload")
                    + ", because their template changed");
        }
        list(
                "Before applying, delete what Kubernetes does not let change",
                result.restarts().before());
        list(
                "After applying, replace pods that run without a sidecar",
                result.restarts().after());
    }

    private void list(String title, List<String> items) {
        if (items.isEmpty()) {
            return;
        }
        lines.add(title + ": " + items.size());
        items.stream().limit(SHOWN).map(item -> "  " + item).forEach(lines::add);
        if (items.size() > SHOWN) {
            lines.add("  and " + (items.size() - SHOWN) + " more, in mesh.json");
        }
    }
}
