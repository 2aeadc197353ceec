package io.github.meshready.smi.mojo;

import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Which findings count. */
abstract class AbstractFindingMojo extends AbstractRememberedMojo {

    /**
     * How bad findings are, where the build sees it another way: {@code level} is {@code error}, {@code warning},
     * {@code info} or {@code off}. {@code rule} is an id or a pattern such as {@code SMI-ID-*}, {@code object} the object as
     * findings name it, or a pattern such as {@code Deployment shop/*}; any if it is left out. The last entry that
     * matches counts. How many findings are switched off is said.
     *
     * <p>Where a parent pom has some, write {@code <severities combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
     *
     * <pre>{@code
     * <severities>
     *   <severity>
     *     <rule>SMI-HTTP-13</rule>
     *     <level>warning</level>
     *   </severity>
     * </severities>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<SeverityParameter> severities;

    /**
     * Findings that are accepted. {@code rule} and {@code object} are as in {@code severities}, {@code reason} has to be
     * given, {@code until} is the last day on which it holds (UTC) and can be left out. What is suppressed is listed with its
     * reason; a suppression that is over suppresses nothing and says so, as does one that matches no finding.
     *
     * <p>Where a parent pom has some, write {@code <suppressions combine.children="append">}; else Maven fills up the first entry here
     * with what stands in the first one there, and drops the others of the parent.
     *
     * <pre>{@code
     * <suppressions>
     *   <suppression>
     *     <rule>SMI-POD-03</rule>
     *     <object>Deployment shop/web</object>
     *     <reason>the init container retries until the sidecar is there</reason>
     *     <until>2027-06-30</until>
     *   </suppression>
     * </suppressions>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<SuppressionParameter> suppressions;

    /**
     * Whether objects may carry suppressions themselves, as annotations
     * {@code ignore.smi.meshready.io/SMI-POD-03: "until 2027-06-30: reason"}, of which the date can be left out. With
     * {@code false} only the pom suppresses: for builds in which whoever changes a manifest must not decide that.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.annotatedSuppressions", defaultValue = "true")
    private boolean annotatedSuppressions;

    /**
     * A file with findings that are known and do not fail the build, such as {@code smi-baseline.json}, to be kept under
     * version control. A finding is known by its rule, object and message, wherever it stands, as long as it is not worse
     * than it was. New ones fail the build; those that are gone are listed. A file that is missing or broken fails the
     * build. By default every finding counts.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.baselineFile")
    private File baselineFile;

    /**
     * What to do with the baseline: {@code use} compares with it, {@code update} writes it anew, with everything that is
     * found now and not suppressed. The latter is for the command line alone, as nothing fails a build that does so:
     *
     * <pre>{@code
     * mvn smi:verify -Dsmi.baseline=update
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.baseline", defaultValue = "use", required = true)
    private String baseline;

    AbstractFindingMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    /** What the pom says of findings; what means nothing is refused before anything is read. */
    final GateSettings gateSettings(FailOn failOn) {
        RuleIds ids = ids();
        return new GateSettings(
                ids,
                severities == null
                        ? List.of()
                        : severities.stream().map(each -> each.toRule(ids)).toList(),
                suppressions == null
                        ? List.of()
                        : suppressions.stream()
                                .map(each -> each.toSuppression(ids))
                                .toList(),
                annotatedSuppressions,
                today(),
                failOn);
    }

    final RuleIds ids() {
        return new RuleIds(Rules.all());
    }

    final BaselineMode baselineMode() {
        return BaselineMode.of(baseline);
    }

    /** Whoever updates a baseline wants to see it written. */
    @Override
    final boolean isAlwaysRun() {
        return baselineMode() == BaselineMode.UPDATE;
    }

    /** The file of the baseline, if one is named. */
    final Optional<BaselineFile> baselineFile() {
        return baselineFile == null ? Optional.empty() : Optional.of(new BaselineFile(named(baselineFile), names()));
    }

    /** What is known already, as far as there is a file that says it: whether there has to be one is for the gate to say. */
    final Optional<Baseline> knownSoFar() throws IOException {
        Optional<BaselineFile> file = baselineMode() == BaselineMode.USE ? baselineFile() : Optional.empty();
        return file.isPresent() && file.get().exists() ? Optional.of(file.get().read()) : Optional.empty();
    }
}
