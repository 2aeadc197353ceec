package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.report.Markdown.code;
import static io.github.meshready.smi.report.Markdown.words;

import io.github.meshready.smi.manifest.ShellWord;
import io.github.meshready.smi.policy.Inheritance;
import io.github.meshready.smi.report.Count;
import io.github.meshready.smi.report.GateText;
import io.github.meshready.smi.report.InheritanceText;
import io.github.meshready.smi.report.Markdown;
import io.github.meshready.smi.verify.Finding;
import io.github.meshready.smi.verify.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What manifests alone could not settle, so that somebody has to. */
final class OpenPoints {

    private final Rollout rollout;

    OpenPoints(Rollout rollout) {
        this.rollout = rollout;
    }

    void write(Markdown text) {
        findings(text);
        suggestions(text);
        rights(text);
    }

    private void findings(Markdown text) {
        Map<String, List<Finding>> byRule = new LinkedHashMap<>();
        rollout.judgement().open().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .forEach(finding -> byRule.computeIfAbsent(
                                finding.severity() + " " + finding.rule(), key -> new ArrayList<>())
                        .add(finding));
        new GateText(rollout.judgement())
                .summary()
                .map(Markdown::words)
                .ifPresent(hidden -> text.paragraph(hidden + "."));
        if (byRule.isEmpty()) {
            return;
        }
        long errors = rollout.judgement().count(Severity.ERROR);
        text.paragraph(
                errors > 0
                        ? "**Stop here: " + Count.of(errors, "error")
                                + ".** Correct what is wrong and generate again. All findings, with what to do, are in the"
                                + " log of `smi:generate` and in `mesh.json`:"
                        : "Settle these first, or know why not. All findings, with what to do, are in the log of"
                                + " `smi:generate` and in `mesh.json`:");
        text.table(
                List.of("rule", "", "times", "first"),
                byRule.values().stream().map(OpenPoints::row).toList());
    }

    private static List<String> row(List<Finding> same) {
        Finding first = same.get(0);
        return List.of(
                first.rule(),
                first.severity().toString(),
                Integer.toString(same.size()),
                code(first.object()) + " " + words(first.message() + ": " + first.consequence()));
    }

    private void suggestions(Markdown text) {
        List<String> calls = rollout.result().graph().suggestions().stream()
                .map(call -> code(call.described()))
                .distinct()
                .toList();
        if (calls.isEmpty()) {
            return;
        }
        text.paragraph(
                "These may be calls and are not allowed. Declare those that are (`<calls>`), and generate again:");
        text.some(calls);
    }

    /** Rights that a cluster or a cloud gives to an account stand in no manifest. */
    private void rights(Markdown text) {
        List<Inheritance> inheritances = rollout.plan().accounts().inheritances();
        List<String> looks = inheritances.stream()
                .filter(inheritance -> inheritance.definition().isEmpty())
                .map(Inheritance::former)
                .distinct()
                .map(former -> "kubectl describe serviceaccount " + ShellWord.of(former.name()) + " -n "
                        + ShellWord.of(former.namespace()))
                .toList();
        if (!looks.isEmpty()) {
            text.paragraph(
                    "Workloads leave these accounts. What they have only in the cluster, such as image pull secrets and"
                            + " RoleBindings that no manifest shows, has to be given to the new accounts by hand:");
            text.commands(looks);
        }
        text.list(new InheritanceText(inheritances)
                .warnings().stream().map(Markdown::words).toList());
    }
}
