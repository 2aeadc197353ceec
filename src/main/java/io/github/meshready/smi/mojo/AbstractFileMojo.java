package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.manifest.ManifestSearch;
import io.github.meshready.smi.manifest.OwnedFile;
import io.github.meshready.smi.report.MeshJson;
import io.github.meshready.smi.report.rollout.Runbook;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What is read and written, and where. */
abstract class AbstractFileMojo extends AbstractMojo {

    private static final String MESH_JSON = "mesh.json";

    /**
     * The manifests to read: files, folders, and patterns such as {@code deploy/**&#47;*.yaml}, in which {@code *} stands
     * for any part of a name and {@code **} for any folders. Folders are searched for {@code .yaml}, {@code .yml} and
     * {@code .json} files at any depth; what is no manifest is skipped and listed.
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
    private List<String> manifests;

    /**
     * Files that are none of the application's manifests, by patterns as in {@code manifests}, relative to the project's
     * folder. They are skipped and listed. A file that {@code manifests} names itself is read all the same.
     *
     * <pre>{@code
     * <excludes>
     *   <exclude>deploy/test/</exclude>
     *   <exclude>**&#47;*-values.yaml</exclude>
     * </excludes>
     * }</pre>
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.excludes")
    private List<String> excludes;

    /**
     * Whether a folder of {@code manifests} that holds a kustomization is read as {@code kubectl kustomize} renders it.
     * Needs kubectl on the PATH, and lets it read what the kustomization names. By default the files in such a folder
     * are read as they are, with a warning.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.kustomize", defaultValue = "false")
    private boolean kustomize;

    /**
     * How many bytes a file may have. A larger one fails the build, so that none can keep it busy for long.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.maxFileSize", defaultValue = "67108864")
    private int maxFileSize;

    /**
     * How many files may lie at the places of {@code manifests}. More of them fail the build, as somebody probably named
     * the wrong folder.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.maxFiles", defaultValue = "20000")
    private int maxFiles;

    /**
     * How many levels deep a document may be nested, at most 1000. Kubernetes objects and CRDs stay far below the
     * default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.maxDepth", defaultValue = "256")
    private int maxDepth;

    /**
     * How many characters YAML aliases may add to a value when they are written out. The API server takes no object of
     * more than the default.
     *
     * @since 0.1.0
     */
    @Parameter(property = "smi.maxExpansion", defaultValue = "3145728")
    private int maxExpansion;

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
     * ports and protocols, calls with evidence, policies, decisions and findings. {@code smi:generate} writes
     * {@code rollout.md} as well: the steps into the mesh and back, with the commands to type. {@code smi:diff} writes
     * {@code diff.json} and {@code diff.md}.
     *
     * @since 0.1.0
     */
    @Parameter(
            property = "smi.reportDirectory",
            defaultValue = "${project.build.directory}/smi-reports",
            required = true)
    private File reportDirectory;

    @Parameter(defaultValue = "${mojoExecution}", readonly = true, required = true)
    private MojoExecution execution;

    private final MavenProject project;
    private final MavenSession session;
    private final AtomicReference<Disk> disk = new AtomicReference<>();

    AbstractFileMojo(MavenProject project, MavenSession session) {
        this.project = project;
        this.session = session;
    }

    /** Where the manifests are, as configured or found. */
    final Manifests manifests() {
        Inputs configured = ParameterValues.inputs(base(), manifests, excludes, limits(), kustomize);
        return Manifests.of(configured, search(), names());
    }

    final Limits limits() {
        return ParameterValues.limits(maxFileSize, maxFiles, maxDepth, maxExpansion);
    }

    private ManifestSearch search() {
        return new ManifestSearch(base(), build().directory(), disk());
    }

    /** What Maven tells besides parameters. */
    final Build build() {
        return new Build(project, session, execution);
    }

    /** Whether other modules are built as well. */
    final boolean isReactor() {
        return build().modules() > 1;
    }

    /** The project's folder; outside of any project, the current one. */
    final Path base() {
        return build().base();
    }

    /** A command to type after this one. */
    final String command(String... goals) {
        return build().command(goals);
    }

    /** From now on, another run looks at files. */
    final void startLooking() {
        disk.set(new Disk(base(), build().lastRuns()));
    }

    final Disk disk() {
        return disk.get();
    }

    final FileNames names() {
        return new FileNames(base(), disk());
    }

    final MavenProject project() {
        return project;
    }

    /** Notes whether this module has nothing to verify, and tells whether that is so of all of several modules. */
    final boolean noteModule(boolean nothing) {
        Build build = build();
        return isReactor() && new VerifiedModules(build.shared(), build.modules()).note(build.id(), nothing);
    }

    /** Makes the places that this module writes to its own. */
    final void claimOutputs() {
        claim("outputDirectory", outputDirectory());
        claim("combinedFile", combinedFile());
    }

    /** Makes a place that this module writes to its own. */
    final void claim(String parameter, Path place) {
        new SharedOutputs(build().shared(), names()).claim(parameter, place, build().id());
    }

    final Path outputDirectory() {
        return named(outputDirectory);
    }

    final Path combinedFile() {
        Path file = named(combinedFile);
        if (file.startsWith(outputDirectory())) {
            throw new ParameterException(
                    "combinedFile",
                    names().of(file) + " lies in the output folder, where kubectl would apply it a second time",
                    "choose a place outside of " + names().of(outputDirectory()));
        }
        return file;
    }

    final Path reportDirectory() {
        return named(reportDirectory);
    }

    final OwnedFile report() {
        return report(MESH_JSON, MeshJson.MARK);
    }

    final Path reportFile() {
        return reportDirectory().resolve(MESH_JSON);
    }

    final OwnedFile runbook() {
        return report("rollout.md", Runbook.MARK);
    }

    /** @param mark words near the start of every version of the file, by which it is known */
    final OwnedFile report(String name, String mark) {
        Path file = reportDirectory().resolve(name);
        return new OwnedFile(file, names(), mark);
    }

    /** A place that somebody named, or did not. */
    final Optional<Path> ifNamed(File file) {
        return Optional.ofNullable(file).map(this::named);
    }

    /** A place that somebody named. */
    final Path named(File file) {
        return build().place(file);
    }

    final MavenSession session() {
        return session;
    }

    final void writeReport(MeshJson content) throws IOException {
        report().write(content.bytes());
    }
}
