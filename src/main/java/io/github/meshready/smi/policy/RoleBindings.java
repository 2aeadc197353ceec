package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who has rights of its own in the cluster, as far as the manifests show: the subjects of role bindings. */
public final class RoleBindings {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> KINDS = List.of("RoleBinding", "ClusterRoleBinding");

    private final Map<ObjectName, List<KubeObject>> bySubject = new LinkedHashMap<>();

    public RoleBindings(Application application) {
        for (KubeObject object : application.objects()) {
            if (object.group().equals(GROUP) && KINDS.contains(object.kind())) {
                for (Fields subject : object.fields().mappings("subjects")) {
                    if (subject.text("kind").filter(Smi.SERVICE_ACCOUNT::equals).isPresent()) {
                        ObjectName account = new ObjectName(
                                subject.text("namespace").orElse(object.namespace()),
                                subject.text("name").orElse(""));
                        bySubject
                                .computeIfAbsent(account, key -> new ArrayList<>())
                                .add(object);
                    }
                }
            }
        }
    }

    /** The accounts that some binding names. */
    public Set<ObjectName> accounts() {
        return bySubject.keySet();
    }

    /** The bindings that name an account. */
    public List<KubeObject> of(ObjectName account) {
        return bySubject.getOrDefault(account, List.of());
    }
}
