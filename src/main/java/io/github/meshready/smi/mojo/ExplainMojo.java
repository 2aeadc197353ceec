package io.github.meshready.smi.mojo;

import io.github.meshready.smi.explain.Answer;
import io.github.meshready.smi.explain.ExplainRequest;
import io.github.meshready.smi.explain.Explainer;
import io.github.meshready.smi.explain.Explanation;
import io.github.meshready.smi.explain.Matrix;
import io.github.meshready.smi.explain.RulePages;
import io.github.meshready.smi.report.ExplainText;
import io.github.meshready.smi.report.MatrixText;
import io.github.meshready.smi.report.SkippedText;
import io.github.meshready.smi.verify.VerifyRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * Says what the mesh does with one call, and why; or who may call whom; or what a rule is about.
 *
 * <p>Reads what {@code smi:verify} reads: the apply set that {@code smi:generate} made from the configured manifests, else
 * the manifests themselves. With {@code smi.from} and {@code smi.to} it prints the decision and everything that leads to
 * it, with file and line; where the call is denied, also the policy that comes nearest and what it lacks. With one of
 * them it prints what that workload may call, or who may call that Service; with neither of them a table of all workloads
 * in the mesh. Nothing is written, and a call that is denied fails nothing.
 *
 * <pre>{@code
 * mvn smi:explain -Dsmi.from=bookbuyer -Dsmi.to=bookstore:14001 -Dsmi.request="GET /books-bought"
 * mvn smi:explain -Dsmi.rule=SMI-TT-05
 * mvn smi:explain
 * }</pre>
 *
 * @since 0.1.0
 */
@Mojo(name = "explain", requiresProject = false, threadSafe = true)
public class ExplainMojo extends AbstractSmiMojo {

    /**
     * The folder or file to look at. By default the output of {@code smi:generate}, if it was made from the manifests
     * that are configured or found; else these manifests.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.applySet")
    private File applySet;

    /**
     * The workload that calls, such as {@code bookbuyer}. A name that several workloads have takes a namespace
     * ({@code shop/web}) or also a kind ({@code Deployment/shop/web}). By default every workload in the mesh.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.from")
    private String from;

    /**
     * The Service that is called, with a port by number or name if it has several: {@code bookstore},
     * {@code bookstore/bookstore:14001}, {@code mysql:client}. By default every Service in the mesh.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.to")
    private String to;

    /**
     * The request that is made, as method and path, such as {@code GET /books-bought}. By default it is asked whether any
     * request at all can pass. On ports that are not HTTP it makes no difference.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.request")
    private String request;

    /**
     * The headers of the request, separated by commas, such as {@code client-app: bookbuyer, user-agent: curl/8}. Where a
     * route asks for {@code host}, give it here as well. By default the request has none.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.headers")
    private String headers;

    /**
     * The id of a rule, such as {@code SMI-TT-05}: its page is printed, with why, a bad and a good example, and what to
     * do. No manifest is read then.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.rule")
    private String rule;

    @Inject
    public ExplainMojo(MavenProject project, MavenSession session) {
        super(project, session);
    }

    @Override
    String goal() {
        return "smi:explain";
    }

    @Override
    boolean isSkipped() {
        return false;
    }

    @Override
    void checkOutputs() {
        // Nothing is written.
    }

    @Override
    void start() throws IOException, MojoFailureException {
        Manifests found = manifests();
        if (!text(rule).isEmpty()) {
            RulePages.page(rule).lines().forEach(getLog()::info);
            return;
        }
        Optional<Path> folder = ifNamed(applySet);
        if (folder.isEmpty() && found.isEmpty()) {
            nothingToDo(found);
            return;
        }
        VerifyInput input = VerifyInput.find(folder, found.inputs(), outputDirectory(), combinedFile(), names());
        getLog().info("Explaining " + input.description());
        new SkippedText(input.manifests()).warnings().forEach(getLog()::warn);
        VerifyRequest manifests =
                new VerifyRequest(input.manifests().files(), settings(), declarations(), externalAccounts(), names());
        Answer answer = new Explainer()
                .answer(new ExplainRequest(manifests, text(from), text(to), text(request), text(headers)));
        lines(answer).forEach(getLog()::info);
    }

    private static List<String> lines(Answer answer) {
        if (answer instanceof Explanation explanation) {
            return new ExplainText(explanation).lines();
        }
        return new MatrixText((Matrix) answer).lines();
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
