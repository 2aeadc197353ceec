package io.github.meshready.smi.report;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.KubeObject;
import java.util.Set;
import java.util.TreeSet;

/** The command that applies an apply set, where some objects name no namespace and land where kubectl points. */
final class ApplyCommand {

    private ApplyCommand() {}

    /**
     * Finds the command.
     *
     * @param application the objects to apply
     * @param defaultNamespace the namespace that objects without one are meant for
     * @param folder the apply set
     */
    static String of(Application application, String defaultNamespace, String folder) {
        boolean someUnnamed = false;
        Set<String> named = new TreeSet<>();
        for (KubeObject object : application.objects()) {
            if (!object.namespace().isEmpty() && object.namesNamespace()) {
                named.add(object.namespace());
            } else if (!object.namespace().isEmpty()) {
                someUnnamed = true;
            }
        }
        named.remove(defaultNamespace);
        String apply = "kubectl apply -R -f " + folder;
        if (!someUnnamed) {
            return apply;
        }
        // With -n, kubectl refuses objects that name another namespace.
        return named.isEmpty()
                ? "kubectl apply -n " + defaultNamespace + " -R -f " + folder
                : "kubectl config set-context --current --namespace=" + defaultNamespace + " && " + apply;
    }
}
