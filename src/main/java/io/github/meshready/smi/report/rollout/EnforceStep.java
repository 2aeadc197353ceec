package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.report.Markdown.code;
import static io.github.meshready.smi.report.Markdown.words;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.report.Markdown;
import io.github.meshready.smi.verify.CallDecision;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Switching permissive mode off, and what is refused from then on. */
final class EnforceStep extends Step {

    EnforceStep(Rollout rollout) {
        super("Enforce the policies", rollout);
    }

    @Override
    void write(Markdown text) {
        text.paragraph(
                "When all runs well, and every other application of this mesh is ready too, since this counts for all of"
                        + " them. Nothing to do if permissive mode is off already.");
        if (rollout.result().mode().permissive() && rollout.plan().policies().isEmpty()) {
            text.paragraph("**Not yet:** no TrafficTargets were written, as the mesh would ignore them. First run"
                    + " `smi:generate` with `-Dsmi.policies=always`, and follow the runbook that it writes.");
            return;
        }
        text.commands(List.of(rollout.mesh().permissive(false)));
        List<CallDecision> calls = rollout.enforced();
        if (calls.isEmpty()) {
            text.paragraph(
                    "From then on pods with a sidecar refuse each other everything: no call was found or declared.");
            return;
        }
        text.paragraph(
                "From then on pods with a sidecar refuse each other everything but what policies allow. Of the calls that"
                        + " were found or declared:");
        text.table(
                List.of("caller", "called", "protocol", ""),
                calls.stream().map(EnforceStep::row).toList());
        CallCommands commands = new CallCommands(rollout);
        if (!commands.policies().isEmpty()) {
            text.paragraph(
                    "Is there a TrafficTarget for each? (`pod` is defined in Check; rules and routes are not looked at.)");
            text.commands(commands.policies());
        }
        watch(text);
    }

    private static List<String> row(CallDecision decided) {
        Call call = decided.call();
        return List.of(
                code(call.source().id()),
                code(call.service().name() + ":" + call.port().number()),
                call.protocol().toString(),
                outcome(decided.decision()));
    }

    private static String outcome(Decision decision) {
        return switch (decision.verdict()) {
            case ALLOWED -> "passes";
            case UNDETERMINED -> "**unsure**: " + words(decision.reason());
            case DENIED, BROKEN -> "**fails**: " + words(decision.reason());
        };
    }

    /** Refusals by routes are the called sidecar's answers; refused connections are seen at the caller only. */
    private void watch(Markdown text) {
        Set<String> logs = new LinkedHashSet<>();
        for (CallDecision decided : rollout.enforced()) {
            if (decided.call().protocol().isHttp()) {
                rollout.behind(decided.call().service()).forEach(workload -> logs.add(log(workload)));
            }
        }
        text.paragraph(
                "Watch the callers' errors: 403 and 404 where no route lets a request in, 503 and closed connections where"
                        + " no TrafficTarget does." + (logs.isEmpty() ? "" : " Sidecars log each request:"));
        text.commands(List.copyOf(logs));
    }

    private String log(Workload workload) {
        return "kubectl logs -n " + ShellWord.of(workload.namespace()) + " -l "
                + ShellWord.of(rollout.selector(workload))
                + " -c envoy --since=10m --tail=-1 --max-log-requests=20 | grep -E '\"response_code\": ?\"?(403|404|503)'";
    }
}
