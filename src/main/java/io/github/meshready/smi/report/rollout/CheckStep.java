package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.report.Markdown.code;
import static io.github.meshready.smi.report.Markdown.codes;
import static io.github.meshready.smi.report.Markdown.words;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.app.WorkloadKind;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.report.Markdown;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Whether the pods have their sidecars, and the sidecars know of each other. */
final class CheckStep extends Step {

    CheckStep(Rollout rollout) {
        super("Check", rollout);
    }

    @Override
    void write(Markdown text) {
        pods(text);
        CallCommands calls = new CallCommands(rollout);
        IngressCheck ingress = new IngressCheck(rollout);
        if (Stream.of(calls.connectivity(), calls.policies(), ingress.commands())
                .flatMap(List::stream)
                .anyMatch(MeshCommands::asksForPods)) {
            text.paragraph("Commands from here on ask for names of pods by their labels, with this:");
            text.commands(List.of(MeshCommands.podFunction()));
        }
        if (!calls.connectivity().isEmpty()) {
            text.paragraph(
                    "Do the sidecars know of each other? Each command has to answer `Success`; it does not look at routes"
                            + " and methods:");
            text.commands(calls.connectivity());
        }
        if (!calls.unjudged().isEmpty()) {
            text.paragraph(
                    "That command cannot judge other protocols than http and a declared tcp, headless Services, and"
                            + " callers that have no lasting pods. Try these in the application: "
                            + codes(calls.unjudged()) + ".");
        }
        ingress.write(text);
    }

    private void pods(Markdown text) {
        text.paragraph(
                "Each pod has to be `Running`, with all containers ready. One that lacks a container was made before the"
                        + " label was there: replace it once more.");
        text.commands(rollout.namespaces().stream()
                .map(namespace -> "kubectl get pods -n " + ShellWord.of(namespace))
                .toList());
        List<List<String>> rows = new ArrayList<>();
        rollout.application().workloads().stream()
                .sorted(Comparator.comparing(Workload::id))
                .forEach(workload -> rows.add(List.of(code(workload.id()), ready(workload))));
        text.table(List.of("pods of", "READY"), rows);
    }

    private String ready(Workload workload) {
        ContainerCount containers = new ContainerCount(workload);
        return rollout.verified()
                .facts()
                .mesh()
                .membership()
                .outside(workload)
                .map(why -> of(containers.own()) + ", no sidecar: " + words(why))
                .orElseGet(() -> of(containers.meshed()) + remark(workload));
    }

    private static String remark(Workload workload) {
        return workload.kind() == WorkloadKind.JOB || workload.kind() == WorkloadKind.CRON_JOB ? ", while it runs" : "";
    }

    private static String of(long containers) {
        return containers + "/" + containers;
    }
}
