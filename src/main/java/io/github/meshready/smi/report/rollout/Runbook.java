package io.github.meshready.smi.report.rollout;

import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.report.Markdown;
import io.github.meshready.smi.verify.gate.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Writes {@code rollout.md}: the way of one application into the mesh and back, with the commands to type. */
public final class Runbook {

    /** Words near the start of every such file, by which it is known. */
    public static final String MARK = "Written by smi-maven-plugin (smi:generate)";

    private final Rollout rollout;

    /**
     * Composes the runbook.
     *
     * @param result what was generated
     * @param judgement what verification says of it, and what of that counts
     * @param defaultNamespace the namespace of objects that name none
     * @param folder name of the output folder
     */
    public Runbook(GenerateResult result, Judgement judgement, String defaultNamespace, String folder) {
        this.rollout = new Rollout(result, judgement, defaultNamespace, folder);
    }

    /** The runbook as UTF-8 text, the same on every machine. */
    public byte[] bytes() {
        Markdown text = new Markdown();
        text.paragraph("<!-- " + MARK + "; the next run overwrites it. -->");
        new Head(rollout).write(text);
        int number = 0;
        for (Step step : steps()) {
            if (step.applies()) {
                text.heading(2, number++ + " " + step.title());
                step.write(text);
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private List<Step> steps() {
        return List.of(
                new BeforeStep(rollout),
                new ApplyStep(rollout),
                new ReplaceStep(rollout),
                new CheckStep(rollout),
                new EnforceStep(rollout),
                new WayBackStep(rollout));
    }
}
