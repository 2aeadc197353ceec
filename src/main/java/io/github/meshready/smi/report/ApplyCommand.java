package io.github.meshready.smi.report;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.manifest.ShellWord;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The commands for an apply set, where some objects name no namespace and land where kubectl points. */
public final class ApplyCommand {

    private final String defaultNamespace;
    private final boolean someUnnamed;
    private final boolean someElsewhere;

    /**
     * Looks at what names a namespace.
     *
     * @param application the objects to apply
     * @param defaultNamespace the namespace that objects without one are meant for
     */
    public ApplyCommand(Application application, String defaultNamespace) {
        this.defaultNamespace = defaultNamespace;
        boolean unnamed = false;
        Set<String> named = new TreeSet<>();
        for (KubeObject object : application.objects()) {
            if (!object.namespace().isEmpty() && object.namesNamespace()) {
                named.add(object.namespace());
            } else if (!object.namespace().isEmpty()) {
                unnamed = true;
            }
        }
        named.remove(defaultNamespace);
        this.someUnnamed = unnamed;
        this.someElsewhere = !named.isEmpty();
    }

    /** In one line, what applies a folder of the application's objects. */
    static String of(Application application, String defaultNamespace, String folder) {
        ApplyCommand command = new ApplyCommand(application, defaultNamespace);
        String apply = command.of("apply", folder);
        return command.context().map(context -> context + " && " + apply).orElse(apply);
    }

    /** What has to be done first: with -n, kubectl refuses objects that name another namespace. */
    public Optional<String> context() {
        return someUnnamed && someElsewhere
                ? Optional.of("kubectl config set-context --current --namespace=" + ShellWord.of(defaultNamespace))
                : Optional.empty();
    }

    /**
     * A command for every file of a folder.
     *
     * @param verb what kubectl is to do, such as {@code apply}
     */
    public String of(String verb, String folder) {
        String namespace = someUnnamed && !someElsewhere ? " -n " + ShellWord.of(defaultNamespace) : "";
        return "kubectl " + verb + namespace + " -R -f " + ShellWord.of(folder);
    }
}
