package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.PodTemplate;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.CallGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Who seems to call the Kubernetes API: workloads that run a known client of it, and those whose account has rights of its own in
 * the cluster, which hardly anything else is for (docs, guides/app_onboarding). Without the account's token nobody does.
 */
public final class ApiUsers {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final String AUTOMOUNT = "automountServiceAccountToken";

    /** Rights that are used when pods are made, not by the pods. */
    private static final Set<String> FOR_ADMISSION = Set.of("podsecuritypolicies", "securitycontextconstraints");

    private final Application application;
    private final Map<Workload, String> clients;
    private final RoleBindings bindings;
    private final Set<ObjectName> running;

    public ApiUsers(Application application, CallGraph graph) {
        this.application = application;
        this.clients = graph.apiClients();
        this.bindings = new RoleBindings(application);
        this.running = application.workloads().stream().map(Workload::account).collect(Collectors.toSet());
    }

    /** What says that a workload calls the API, in words; empty if nothing does. */
    public Optional<String> reason(Workload workload) {
        if (!hasToken(workload)) {
            return Optional.empty();
        }
        return Optional.ofNullable(clients.get(workload))
                .map(client -> client.startsWith("it ") ? client : client + " tells of a client of it")
                .or(() -> bindings.of(workload.account()).stream()
                        .filter(binding -> isItsOwn(binding) && !isForAdmission(binding))
                        .findFirst()
                        .map(binding -> binding.described() + " gives its account rights in the cluster"));
    }

    /** What several accounts are given, or all workloads without one, is not there for what one of them does. */
    private boolean isItsOwn(KubeObject binding) {
        List<ObjectName> given = running.stream()
                .filter(account -> bindings.of(account).contains(binding))
                .toList();
        return given.size() == 1 && !given.get(0).name().equals(PodTemplate.DEFAULT_ACCOUNT);
    }

    private boolean isForAdmission(KubeObject binding) {
        Optional<Fields> ref = binding.fields().mapping("roleRef");
        List<KubeObject> roles = application.objects().stream()
                .filter(object -> object.group().equals(GROUP))
                .filter(object -> ref.flatMap(fields -> fields.text("kind")).equals(Optional.of(object.kind()))
                        && ref.flatMap(fields -> fields.text("name")).equals(Optional.of(object.name())))
                .toList();
        return !roles.isEmpty()
                && roles.stream()
                        .flatMap(role -> role.fields().mappings("rules").stream())
                        .flatMap(rule -> rule.scalars("resources").stream())
                        .allMatch(resource -> FOR_ADMISSION.contains(resource.value()));
    }

    private boolean hasToken(Workload workload) {
        return workload.podSpec()
                .bool(AUTOMOUNT)
                .or(() -> Optional.ofNullable(application.accounts().get(workload.account()))
                        .flatMap(account -> account.fields().bool(AUTOMOUNT)))
                .orElse(true);
    }
}
