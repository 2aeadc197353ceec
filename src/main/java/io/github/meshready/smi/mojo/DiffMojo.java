package io.github.meshready.smi.mojo;

import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.diff.DiffRequest;
import io.github.meshready.smi.diff.DiffResult;
import io.github.meshready.smi.diff.Differ;
import io.github.meshready.smi.report.diff.Comparison;
import io.github.meshready.smi.report.diff.DiffJson;
import io.github.meshready.smi.report.diff.DiffMarkdown;
import io.github.meshready.smi.report.diff.DiffText;
import io.github.meshready.smi.verify.VerifyRequest;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;

/**
 * Says what access appears, disappears or changes between two sets of manifests.
 *
 * <p>By default compares what was released last (the artifact of type {@code yml} and classifier {@code smi} that
 * {@code smi:generate} attaches) with what {@code smi:verify} reads. What counts is what the mesh lets through, per account
 * of the caller, account that is called, port, and requests; what comes in from outside of the mesh; and what goes out.
 * Policies that are renamed, reformatted, moved, reordered or split into several that say the same make no difference.
 *
 * <p>Prints the differences and writes them to {@code diff.json} and, as a table for a pull request, {@code diff.md}.
 *
 * <pre>{@code
 * mvn smi:diff -Dsmi.diff.from=old -Dsmi.diff.to=new
 * mvn smi:generate smi:diff -Dsmi.diff.failOn=widened
 * }</pre>
 *
 * <p>By default bound to the phase {@code verify}.
 *
 * @since 0.1.0
 */
@Mojo(name = "diff", defaultPhase = LifecyclePhase.VERIFY, requiresProject = false, threadSafe = true)
public class DiffMojo extends AbstractSmiMojo {

    private static final String FROM = "diffFrom";

    /**
     * The folder or file to compare with: the manifests as they were. By default the released ones that
     * {@code smi.diff.version} names.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.diff.from")
    private File diffFrom;

    /**
     * The folder or file that is new. By default the output of {@code smi:generate}, if it was made from the manifests that
     * are configured or found; else these manifests.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.diff.to")
    private File diffTo;

    /**
     * The version of this project to compare with, such as {@code 1.4.0}. By default the highest one in the project's
     * repositories that is no snapshot and not the one being built. It is not looked at with {@code smi.diff.from}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.diff.version")
    private String diffVersion;

    /**
     * What fails the build: {@code widened} if something is allowed that was not before, {@code changed} if anything
     * differs, or {@code never}. Where it cannot be told whether one path expression matches more than another, both count:
     * one as new, one as gone.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.diff.failOn", defaultValue = "never", required = true)
    private String diffFailOn;

    /**
     * Skips this goal.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.diff.skip", defaultValue = "false")
    private boolean diffSkip;

    private final RepositorySystem repositories;

    @Inject
    public DiffMojo(MavenProject project, MavenSession session, RepositorySystem repositories) {
        super(project, session);
        this.repositories = repositories;
    }

    @Override
    String goal() {
        return "smi:diff";
    }

    @Override
    boolean isSkipped() {
        return diffSkip;
    }

    @Override
    void checkOutputs() throws IOException {
        report("diff.json", DiffJson.MARK).check("smi.reportDirectory");
        report("diff.md", DiffMarkdown.MARK).check("smi.reportDirectory");
    }

    @Override
    void start() throws IOException, MojoFailureException {
        Manifests found = manifests();
        DiffFailOn limit = DiffFailOn.of(diffFailOn);
        if (diffTo == null && found.isEmpty()) {
            nothingToDo(found);
            return;
        }
        DiffSide to = to(found);
        DiffSide from = from(found);
        getLog().info("Comparing " + from.description() + " with " + to.description());
        DiffResult result = new Differ().diff(new DiffRequest(request(from), request(to)));
        Comparison comparison = new Comparison(from.description(), to.description(), result);
        report("diff.json", DiffJson.MARK).write(new DiffJson(comparison).bytes());
        report("diff.md", DiffMarkdown.MARK).write(new DiffMarkdown(comparison).bytes());
        boolean fails = limit.isReachedBy(result);
        // What fails the build is shown as an error, so that it is seen with -q as well.
        new DiffText(comparison).lines().forEach(line -> {
            if (fails) {
                getLog().error(line);
            } else {
                getLog().info(line);
            }
        });
        if (fails) {
            throw new MojoFailureException(comparison.summary() + ", see above and "
                    + report("diff.md", DiffMarkdown.MARK).name() + System.lineSeparator()
                    + "  fix: take the access back, or have it reviewed and run this with -Dsmi.diff.failOn=never");
        }
    }

    private DiffSide to(Manifests found) throws IOException {
        if (diffTo != null) {
            return DiffSide.named("diffTo", named(diffTo), found.inputs(), names());
        }
        VerifyInput input =
                VerifyInput.find(Optional.empty(), found.inputs(), outputDirectory(), combinedFile(), names());
        return new DiffSide(input.manifests(), input.description());
    }

    private DiffSide from(Manifests found) throws MojoFailureException {
        if (diffFrom != null) {
            return DiffSide.named(FROM, named(diffFrom), found.inputs(), names());
        }
        if (build().pom().isEmpty()) {
            throw new ParameterException(
                    FROM,
                    "without a project there is no released version to compare with",
                    "name the folder or file with the former manifests in smi.diff.from");
        }
        ReleasedManifests released =
                new ReleasedManifests(project(), repositories, session().getRepositorySession());
        String version = diffVersion == null || diffVersion.isBlank() ? released.latest() : diffVersion.strip();
        return DiffSide.artifact(released.file(version), released.coordinates(version), found.inputs());
    }

    /** Calls make no difference to what is allowed, and those that are declared may not have been there before. */
    private VerifyRequest request(DiffSide side) {
        return new VerifyRequest(side.manifests().files(), settings(), Declarations.NONE, Set.of(), names());
    }
}
