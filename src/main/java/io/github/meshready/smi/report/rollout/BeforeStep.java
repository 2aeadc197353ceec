package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.app.Egress;
import io.github.meshready.smi.call.Unresolved;
import io.github.meshready.smi.report.ApplyCommand;
import io.github.meshready.smi.report.Count;
import io.github.meshready.smi.report.Markdown;
import java.util.ArrayList;
import java.util.List;

/** What to look at and to decide while nothing has changed yet. */
final class BeforeStep extends Step {

    BeforeStep(Rollout rollout) {
        super("Before", rollout);
    }

    @Override
    boolean applies() {
        return true;
    }

    @Override
    void write(Markdown text) {
        text.paragraph(
                "Look at the mesh. The third command shows its namespace; put that into the fourth, as this and all"
                        + " later commands rely on it.");
        text.commands(rollout.mesh().look());
        permissive(text);
        egress(text);
        new OpenPoints(rollout).write(text);
        new RoutePoints(rollout).write(text);
        differences(text);
        deletions(text);
    }

    /** The mode is the mesh's, not a namespace's (osm#4761). */
    private void permissive(Markdown text) {
        text.paragraph(
                "With permissive mode on, pods that have a sidecar refuse each other nothing, so sidecars and policies"
                        + " come one after the other. That is the safer way, but it opens the whole mesh: switch it on only if no"
                        + " other application relies on its policies. Otherwise leave it off; then policies count from the first"
                        + " sidecar on.");
        text.commands(List.of(rollout.mesh().permissive(true)));
    }

    private void egress(Markdown text) {
        long hosts = rollout.result().graph().unresolved().stream()
                .filter(each -> each.reason() == Unresolved.Reason.EXTERNAL)
                .map(each -> each.address().toString())
                .distinct()
                .count();
        if (hosts > 0
                && rollout.result().mode().egress() != Egress.OPEN
                && rollout.plan().egress().policies().isEmpty()) {
            text.paragraph("The application calls " + Count.of(hosts, "host")
                    + " outside of the cluster, listed by `smi:generate`. If the last command above shows egress other than"
                    + " `true`, each needs an Egress policy, or the calls are refused, in either mode.");
        }
    }

    private void differences(Markdown text) {
        List<String> commands = new ArrayList<>();
        ApplyCommand command = new ApplyCommand(rollout.result().application(), rollout.defaultNamespace());
        command.context().ifPresent(commands::add);
        commands.add(command.of("diff", rollout.folder()));
        String deleted = rollout.result().restarts().before().isEmpty()
                ? ""
                : " That a field is immutable it says of objects that are deleted below.";
        text.paragraph(
                "See what will change. The command ends with status 1 if anything does, and complains about namespaces"
                        + " that are not there yet: all in them is new." + deleted);
        text.commands(commands);
    }

    private void deletions(Markdown text) {
        List<String> deletions = rollout.result().restarts().before();
        if (!deletions.isEmpty()) {
            text.paragraph(
                    "Right before the next step, delete what Kubernetes neither changes nor makes anew. **These Jobs and"
                            + " pods then run again from the start.**");
            text.commands(deletions);
        }
    }
}
