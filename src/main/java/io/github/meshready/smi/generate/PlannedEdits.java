package io.github.meshready.smi.generate;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.Namespace;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Onboarding;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Edit;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.Inheritance;
import io.github.meshready.smi.policy.NamespacePlan;
import io.github.meshready.smi.policy.Plan;
import io.github.meshready.smi.policy.ProtocolMark;
import io.github.meshready.smi.policy.Smi;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The edits that a plan asks for in the files that were read. */
final class PlannedEdits {

    private static final List<String> AFTER_NAME = List.of("namespace", "name");
    private static final List<String> AFTER_PORT = List.of("port");

    private final Map<ManifestFile, List<Edit>> byFile = new IdentityHashMap<>();
    private final Map<String, List<KubeObject>> byIdentity = new HashMap<>();

    /** @param objects every object that was read, also those that stand in the files twice */
    PlannedEdits(Plan plan, Settings settings, List<KubeObject> objects) {
        objects.forEach(object -> byIdentity
                .computeIfAbsent(object.identity(), key -> new ArrayList<>())
                .add(object));
        plan.namespaces().values().forEach(namespace -> onboard(namespace, settings));
        for (Workload workload : plan.accounts().moved()) {
            useAccount(workload, plan.accounts().accountOf().get(workload));
        }
        plan.accounts().inheritances().forEach(this::bind);
        plan.protocols().forEach(this::mark);
    }

    List<Edit> of(ManifestFile file) {
        return byFile.getOrDefault(file, List.of());
    }

    private void onboard(NamespacePlan plan, Settings settings) {
        Dialect dialect = settings.dialect();
        plan.declared().map(Namespace::object).ifPresent(declared -> {
            if (plan.addLabel()) {
                set(declared, List.of("metadata", "labels", dialect.monitoredBy()), settings.meshName(), AFTER_NAME);
            }
            if (plan.addAnnotation()) {
                List<String> path = List.of("metadata", "annotations", dialect.injection());
                set(declared, path, Onboarding.ENABLED, AFTER_NAME);
            }
        });
    }

    private void useAccount(Workload workload, ObjectName account) {
        set(workload.object(), workload.podSpecPath("serviceAccountName"), account.name(), List.of());
        if (workload.pod().namesLegacyAccount()) {
            set(workload.object(), workload.podSpecPath("serviceAccount"), account.name(), List.of());
        }
    }

    /** Whoever leaves an account keeps its rights: what names the one names the other as well. */
    private void bind(Inheritance inheritance) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("kind", Smi.SERVICE_ACCOUNT);
        subject.put("name", inheritance.account().name());
        subject.put("namespace", inheritance.account().namespace());
        for (KubeObject binding : inheritance.bindings()) {
            for (KubeObject each : byIdentity.get(binding.identity())) {
                edits(each).add(each.add(List.of("subjects"), subject));
            }
        }
    }

    private List<Edit> edits(KubeObject object) {
        return byFile.computeIfAbsent(object.file(), file -> new ArrayList<>());
    }

    private void mark(ProtocolMark mark) {
        List<Object> path = List.of("spec", "ports", mark.port().index(), "appProtocol");
        set(mark.service().object(), path, mark.protocol().toString(), AFTER_PORT);
    }

    /** An object that stands in the files twice is edited twice: whichever is applied last must hold. */
    private void set(KubeObject object, List<?> path, String value, List<String> after) {
        for (KubeObject each : byIdentity.get(object.identity())) {
            edits(each).add(each.set(path, value, after));
        }
    }
}
