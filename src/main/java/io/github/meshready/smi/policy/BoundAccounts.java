package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Accounts that have rights of their own in the cluster, as far as the manifests show: subjects of role bindings. */
final class BoundAccounts {

    private static final String GROUP = "rbac.authorization.k8s.io";
    private static final List<String> KINDS = List.of("RoleBinding", "ClusterRoleBinding");

    private BoundAccounts() {}

    static Set<ObjectName> of(Application application) {
        Set<ObjectName> accounts = new HashSet<>();
        for (KubeObject object : application.objects()) {
            if (object.group().equals(GROUP) && KINDS.contains(object.kind())) {
                for (Fields subject : object.fields().mappings("subjects")) {
                    if (subject.text("kind").filter(Smi.SERVICE_ACCOUNT::equals).isPresent()) {
                        accounts.add(new ObjectName(
                                subject.text("namespace").orElse(object.namespace()),
                                subject.text("name").orElse("")));
                    }
                }
            }
        }
        return accounts;
    }
}
