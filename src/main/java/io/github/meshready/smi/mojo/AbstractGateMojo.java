package io.github.meshready.smi.mojo;

import io.github.meshready.smi.report.ci.Places;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.gate.Baseline;
import io.github.meshready.smi.verify.gate.FailOn;
import io.github.meshready.smi.verify.gate.Gate;
import io.github.meshready.smi.verify.gate.GateSettings;
import io.github.meshready.smi.verify.gate.Judgement;
import io.github.meshready.smi.verify.gate.RuleIds;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.File;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** Which findings count, and in which forms they are written. */
abstract class AbstractGateMojo extends AbstractSmiMojo {

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

    /**
     * How bad findings are, where the build sees it another way: {@code level} is {@code error}, {@code warning},
     * {@code info} or {@code off}. {@code rule} is an id or a pattern such as {@code SMI-ID-*}, {@code object} the object as
     * findings name it, or a pattern such as {@code Deployment shop/*}; any if it is left out. The last entry that
     * matches counts. How many findings are switched off is said.
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

    private final RuleIds ids = new RuleIds(Rules.all());

    AbstractGateMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    /** What the pom says of findings; what means nothing is refused before anything is read. */
    final GateSettings gateSettings(FailOn failOn) {
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

    final Reports reports() throws IOException {
        Reports wanted = new Reports(ReportKind.of(reports), reportDirectory(), names());
        wanted.check();
        return wanted;
    }

    final void write(Reports wanted, Judgement judgement) throws IOException {
        wanted.write(judgement, ids, places(), console());
    }

    /** The baseline, which has to be there if one is named. */
    final Optional<BaselineFile> baseline() throws IOException {
        BaselineMode mode = BaselineMode.of(baseline);
        if (baselineFile == null && mode == BaselineMode.UPDATE) {
            throw new ParameterException(
                    "baselineFile",
                    "names no file, so there is nothing to update",
                    "add <baselineFile>smi-baseline.json</baselineFile> to the pom, or -Dsmi.baselineFile=smi-baseline.json");
        }
        Optional<BaselineFile> file = Optional.ofNullable(baselineFile)
                .map(each -> place(each))
                .map(each -> {
                    claim("baselineFile", each);
                    return new BaselineFile(each, names().of(each));
                });
        if (file.isPresent() && mode == BaselineMode.USE) {
            file.get().read();
        }
        return file;
    }

    final Judgement judge(GateSettings settings, VerifyResult result, Optional<BaselineFile> file) throws IOException {
        Gate gate = new Gate(settings);
        if (file.isEmpty()) {
            return gate.judge(result, Optional.empty());
        }
        if (BaselineMode.of(baseline) == BaselineMode.USE) {
            return gate.judge(result, Optional.of(file.get().read()));
        }
        Baseline before = file.get().readBeforeUpdate();
        Baseline after = Baseline.of(gate.judge(result, Optional.of(before)));
        file.get().write(after);
        getLog().info("Baseline written: " + file.get().name() + ", " + after.changesSince(before));
        return gate.judge(result, Optional.of(after));
    }

    /** The day that expiries are compared with. */
    LocalDate today() {
        return Today.date();
    }

    /** The output itself: Maven's log puts its own words before a line, and Maven 4 before what goes to System.out too. */
    PrintStream console() {
        return new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
    }

    private Places places() {
        Path top = base();
        for (Path folder = base(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                top = folder;
                break;
            }
        }
        String module = top.relativize(base()).toString().replace('\\', '/');
        return new Places(
                module.isEmpty() ? "" : module + "/",
                Optional.ofNullable(project().getFile()).map(pom -> names().of(pom.toPath())));
    }
}
