package io.github.meshready.smi.mojo;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.ManifestSearch;
import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.report.MeshJson;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: the parameters that say where the manifests are and what mesh they are for. */
abstract class AbstractSmiMojo extends AbstractMojo {

    /**
     * The manifests to read: files and folders. Folders are searched for {@code .yaml}, {@code .yml} and {@code .json}
     * files at any depth; what is no manifest is skipped and listed.
     *
     * <p>By default the first of these that exists is taken: the output of JKube
     * ({@code target/classes/META-INF/jkube/kubernetes.yml}), Dekorate
     * ({@code target/classes/META-INF/dekorate/kubernetes.yml}) or Quarkus ({@code target/kubernetes/kubernetes.yml}),
     * then the folders {@code src/main/k8s}, {@code src/main/kubernetes}, {@code k8s}, {@code kubernetes},
     * {@code deploy}, {@code manifests} and {@code kubernetes-manifests}. One line of the log says what was taken.
     *
     * <pre>{@code
     * <manifests>
     *   <manifest>deploy/base</manifest>
     *   <manifest>deploy/redis.yaml</manifest>
     * </manifests>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.manifests")
    private List<File> manifests;

    /**
     * The folder of the apply set: what {@code kubectl apply -R -f} applies in the right order. {@code smi:generate}
     * owns the folder; of what it finds there it removes only what it wrote itself.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.outputDirectory", defaultValue = "${project.build.directory}/smi", required = true)
    private File outputDirectory;

    /**
     * The file that holds the apply set in one piece, each namespace once. It must not lie in the output folder, where
     * kubectl would apply it a second time.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.combinedFile", defaultValue = "${project.build.directory}/smi.yml", required = true)
    private File combinedFile;

    /**
     * The folder of reports. {@code mesh.json} holds everything that is known: workloads, accounts, services with
     * ports and protocols, calls with evidence, policies, decisions and findings.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "smi.reportDirectory",
            defaultValue = "${project.build.directory}/smi-reports",
            required = true)
    private File reportDirectory;

    /**
     * The namespace that objects without one are for: the one that is given to kubectl with {@code -n}. It is
     * {@code default} if nothing is said, with a warning, because OSM's documentation advises against onboarding that
     * namespace. The objects themselves are not changed.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.namespace")
    private String namespace;

    /**
     * The name of the mesh that namespaces join, as in {@code osm namespace add --mesh-name}.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.meshName", defaultValue = "osm", required = true)
    private String meshName;

    /**
     * A file with the mesh's configuration, v1alpha1 or v1alpha2, such as the output of
     * {@code kubectl get meshconfig osm-mesh-config -n osm-system -o yaml}. By default a MeshConfig among the manifests
     * is used, if there is one.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.meshConfig")
    private File meshConfig;

    /**
     * Whether permissive traffic policy mode is on, in which the mesh allows every call between its pods and ignores
     * all policies: {@code true} or {@code false}. By default the MeshConfig says so; without one the mode is taken to be
     * off.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.permissive")
    private String permissive;

    /**
     * Calls that the application makes and that its manifests do not show. {@code from} names a workload, {@code to} a
     * Service, {@code port} one of its ports by number or name; it can be left out if the Service has only one. Names
     * that stand for several objects take a namespace ({@code shop/web}) or also a kind
     * ({@code Deployment/shop/web}).
     *
     * <pre>{@code
     * <calls>
     *   <call>
     *     <from>bookbuyer</from>
     *     <to>bookstore/bookstore</to>
     *     <port>14001</port>
     *   </call>
     * </calls>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<CallParameter> calls;

    /**
     * Calls that the manifests seem to show and that the application does not make. Parts that are left out stand for
     * any. A declaration that matches no call is reported.
     *
     * <pre>{@code
     * <ignoredCalls>
     *   <ignoredCall>
     *     <from>bookthief</from>
     *   </ignoredCall>
     * </ignoredCalls>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter
    private List<CallParameter> ignoredCalls;

    /**
     * Service accounts that exist although no manifest defines them, as {@code namespace/name}. Workloads may run as
     * them without a finding SMI-ID-02.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.externalAccounts")
    private List<String> externalAccounts;

    /**
     * Skips all goals of this plugin.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.skip", defaultValue = "false")
    private boolean skip;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final MavenProject project;
    private final MavenSession session;

    AbstractSmiMojo(MavenProject project, MavenSession session) {
        this.project = project;
        this.session = session;
    }

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || isSkipped()) {
            getLog().info("Skipping " + goal());
            return;
        }
        try {
            report().check("smi.reportDirectory");
            Manifests found = Manifests.of(configured(), search(), names());
            run(found);
        } catch (InputException | ParameterException e) {
            throw new MojoFailureException(e.getMessage(), e);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read or write files", e);
        } catch (UncheckedIOException e) {
            throw new MojoExecutionException("cannot read files", e.getCause());
        }
    }

    /** The goal's name, as typed. */
    abstract String goal();

    /** Whether this goal alone is to be skipped. */
    abstract boolean isSkipped();

    abstract void run(Manifests found) throws IOException, MojoFailureException;

    /**
     * Ends a goal that has nothing to read: quietly in a build of several modules, of which some have no manifests;
     * else with a failure, because a gate that checks nothing must not pass.
     */
    final void nothingToDo(Manifests found) throws MojoFailureException {
        if (session.getProjects() != null && session.getProjects().size() > 1) {
            getLog().info("Nothing to do: " + found.description());
            return;
        }
        throw new MojoFailureException(found.description() + System.lineSeparator()
                + "  fix: name the files or folders that hold manifests in smi.manifests");
    }

    private List<Path> configured() {
        return manifests == null
                ? List.of()
                : manifests.stream().map(File::toPath).toList();
    }

    private ManifestSearch search() {
        String directory =
                project.getBuild() == null ? null : project.getBuild().getDirectory();
        return new ManifestSearch(base(), place(new File(directory == null ? "target" : directory)));
    }

    /** The project's folder; outside of any project, the current one. */
    final Path base() {
        File directory = project.getBasedir();
        return (directory == null ? new File(session.getExecutionRootDirectory()) : directory)
                .toPath()
                .toAbsolutePath()
                .normalize();
    }

    /** Outside of any project Maven leaves the placeholder of the project's folder in default values. */
    private Path place(File file) {
        String path = file.getPath().replace("${project.basedir}" + File.separator, "");
        return base().resolve(path).normalize();
    }

    /** A command to type after this one. */
    final String command(String... goals) {
        return Printable.line(new NextCommand(project, execution, session.getUserProperties()).of(goals));
    }

    final FileNames names() {
        return new FileNames(base());
    }

    final MavenProject project() {
        return project;
    }

    final Path outputDirectory() {
        return place(outputDirectory);
    }

    final Path combinedFile() {
        Path file = place(combinedFile);
        if (file.startsWith(outputDirectory())) {
            throw new ParameterException(
                    "combinedFile",
                    names().of(file) + " lies in the output folder, where kubectl would apply it a second time",
                    "choose a place outside of " + names().of(outputDirectory()));
        }
        return file;
    }

    final Settings settings() {
        return ParameterValues.settings(namespace, meshName, permissive, meshConfig);
    }

    final Declarations declarations() {
        return ParameterValues.declarations(calls, ignoredCalls);
    }

    final Set<ObjectName> externalAccounts() {
        return ParameterValues.accounts(externalAccounts);
    }

    private OwnedFile report() {
        Path file = place(reportDirectory).resolve("mesh.json");
        return new OwnedFile(file, names().of(file), MeshJson.MARK);
    }

    final void writeReport(MeshJson content) throws IOException {
        report().write(content.bytes());
    }
}
