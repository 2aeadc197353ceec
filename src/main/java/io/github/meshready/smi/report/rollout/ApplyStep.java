package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.policy.NamespacePlan;
import io.github.meshready.smi.report.ApplyCommand;
import io.github.meshready.smi.report.Markdown;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Applying, namespaces first: the injector sees new pods of labelled namespaces only (OSM v1.2.4,
 * pkg/injector/webhook.go), and the webhook that checks policies has the same selector (pkg/validator).
 */
final class ApplyStep extends Step {

    ApplyStep(Rollout rollout) {
        super("Apply", rollout);
    }

    @Override
    boolean applies() {
        return !rollout.result().applySet().isEmpty();
    }

    @Override
    void write(Markdown text) {
        ApplyCommand command = new ApplyCommand(rollout.result().application(), rollout.defaultNamespace());
        List<String> commands = new ArrayList<>();
        command.context().ifPresent(commands::add);
        parts().forEach(part -> commands.add(
                part.endsWith("/")
                        ? command.of("apply", in(part.substring(0, part.length() - 1)))
                        : "kubectl apply -f " + ShellWord.of(in(part))));
        text.paragraph(
                "Namespaces go first: only pods that are made after the label is there get a sidecar, and only in"
                        + " labelled namespaces are policies checked when they are applied. `"
                        + "kubectl apply -R` on the whole folder does the same in the same order.");
        text.commands(commands);
        boolean joins = rollout.plan().namespaces().values().stream().anyMatch(NamespacePlan::isOnboardedNow);
        if (joins) {
            text.paragraph(
                    "From here on each new pod of these namespaces gets a sidecar, those of other applications too; and"
                            + " calls from pods elsewhere in the mesh can fail until the next step is done.");
        }
    }

    private String in(String part) {
        return rollout.folder().equals(".") ? part : rollout.folder() + "/" + part;
    }

    /** The files and folders on the uppermost level, folders with a slash, in order. */
    private Set<String> parts() {
        Set<String> parts = new LinkedHashSet<>();
        for (ManifestFile file : rollout.result().applySet()) {
            int slash = file.path().indexOf('/');
            parts.add(slash < 0 ? file.path() : file.path().substring(0, slash + 1));
        }
        return parts;
    }
}
