package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.report.Markdown.code;
import static io.github.meshready.smi.report.Markdown.codes;
import static io.github.meshready.smi.report.Markdown.words;

import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.report.Markdown;
import java.util.List;

/** What the runbook is for, and the application in numbers. */
final class Head {

    private final Rollout rollout;

    Head(Rollout rollout) {
        this.rollout = rollout;
    }

    void write(Markdown text) {
        MeshMode mode = rollout.result().mode();
        text.heading(1, "Into the mesh, step by step");
        text.paragraph(
                "How this application goes into " + rollout.mesh().product() + ", in the order to follow. Run the"
                        + " commands in a POSIX shell, in the project's folder, with kubectl pointing at the cluster that is meant.");
        text.table(
                List.of("", ""),
                List.of(
                        List.of("namespaces", codes(rollout.namespaces())),
                        List.of("workloads", workloads()),
                        List.of("service accounts", accounts()),
                        List.of("TrafficTargets", targets()),
                        List.of("calls", Integer.toString(rollout.enforced().size())),
                        List.of("mesh", code(rollout.verified().facts().meshName())),
                        List.of(
                                "permissive mode",
                                (mode.permissive() ? "on" : "off") + " (" + words(mode.source()) + ")")));
    }

    private String workloads() {
        int all = rollout.application().workloads().size();
        int meshed = rollout.meshed().size();
        return all == meshed ? Integer.toString(all) : meshed + " with a sidecar, of " + all;
    }

    private String accounts() {
        long used = rollout.meshed().stream().map(Workload::account).distinct().count();
        return used + ", of which new: " + rollout.plan().accounts().created().size();
    }

    private String targets() {
        int all = rollout.verified().facts().policies().targets().size();
        return all + ", of which new: " + rollout.plan().policies().targets().size();
    }
}
