package io.github.meshready.smi.mojo;

import io.github.meshready.smi.report.ci.Places;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** In which forms findings are written, and what becomes of the baseline. */
abstract class AbstractGateMojo extends AbstractFindingMojo {

    /**
     * Forms of the findings for CI, besides the log and {@code mesh.json}, separated by commas. {@code sarif} writes
     * {@code smi.sarif} (SARIF 2.1.0) and {@code junit} writes {@code TEST-smi.xml} into the folder of reports; {@code github}
     * and {@code azure} print commands that annotate the changed lines of a pull request, of errors and of warnings the
     * first ten. Files are named relative to the repository. Whether the build fails does not depend on any of them.
     *
     * <pre>{@code
     * mvn verify -Dsmi.reports=sarif,github
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.reports")
    private List<String> reports;

    AbstractGateMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    final Reports reports() throws IOException {
        Reports wanted = new Reports(ReportKind.of(reports), reportDirectory(), names());
        wanted.check();
        return wanted;
    }

    final void write(Reports wanted, Judgement judgement) throws IOException {
        wanted.write(judgement, ids(), places(), this::sayToConsole);
    }

    /** The baseline, which has to be there if one is named. */
    final Optional<BaselineFile> baseline() throws IOException {
        Optional<BaselineFile> file = baselineFile();
        if (file.isEmpty() && baselineMode() == BaselineMode.UPDATE) {
            throw new ParameterException(
                    "baselineFile",
                    "names no file, so there is nothing to update",
                    "add <baselineFile>smi-baseline.json</baselineFile> to the pom, or -Dsmi.baselineFile=smi-baseline.json");
        }
        claimBaseline();
        if (file.isPresent() && baselineMode() == BaselineMode.USE) {
            file.get().read();
        }
        return file;
    }

    final void claimBaseline() {
        Optional<BaselineFile> file = baselineFile();
        if (file.isPresent()) {
            claim("baselineFile", file.get().path());
        }
    }

    final Judgement judge(GateSettings settings, VerifyResult result, Optional<BaselineFile> file) throws IOException {
        Gate gate = new Gate(settings);
        if (file.isEmpty()) {
            return gate.judge(result, Optional.empty());
        }
        if (baselineMode() == BaselineMode.USE) {
            return gate.judge(result, Optional.of(file.get().read()));
        }
        Baseline before = file.get().readBeforeUpdate();
        Baseline after = Baseline.of(gate.judge(result, Optional.of(before)));
        file.get().write(after);
        getLog().info("Baseline written: " + file.get().name() + ", " + after.changesSince(before));
        return gate.judge(result, Optional.of(after));
    }

    private Places places() {
        return new Places(build().repositoryPath(), build().pom().map(names()::of));
    }
}
