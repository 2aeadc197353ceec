package io.github.meshready.smi.mojo;

import io.github.meshready.smi.lastrun.Jar;
import io.github.meshready.smi.lastrun.LastRun;
import io.github.meshready.smi.manifest.Digest;
import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Printable;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.project.MavenProject;

/** What Maven tells a goal besides its parameters. */
final class Build {

    private static final Object UNKNOWN = new Object();
    private static final int MOST = 60;

    private final MavenProject project;
    private final MavenSession session;
    private final MojoExecution execution;

    Build(MavenProject project, MavenSession session, MojoExecution execution) {
        this.project = project;
        this.session = session;
        this.execution = execution;
    }

    /** The project's folder; outside of any project, the current one. */
    Path base() {
        File directory = project.getBasedir();
        return (directory == null ? new File(session.getExecutionRootDirectory()) : directory)
                .toPath()
                .toAbsolutePath()
                .normalize();
    }

    /** Outside of any project Maven leaves the placeholder of the project's folder in default values. */
    Path place(File file) {
        String path = file.getPath().replace("${project.basedir}" + File.separator, "");
        return base().resolve(path).normalize();
    }

    /** Where everything goes that is built. */
    Path directory() {
        String directory =
                project.getBuild() == null ? null : project.getBuild().getDirectory();
        return place(new File(directory == null ? "target" : directory));
    }

    /** The folder in which runs of goals are remembered, until somebody cleans the project. */
    Path lastRuns() {
        return directory().resolve("smi-last-run");
    }

    /** The modules of this build that make something. */
    BuiltModules builtModules() {
        List<MavenProject> built = new ArrayList<>();
        for (MavenProject each : projects()) {
            if (each.getFile() != null && !"pom".equals(each.getPackaging())) {
                built.add(each);
            }
        }
        return new BuiltModules(built);
    }

    /** The projects that this build makes after the one for which this goal runs; none where the goal is not part of a build. */
    List<MavenProject> projectsBehind() {
        List<MavenProject> projects = projects();
        boolean partOfBuild = execution != null && execution.getLifecyclePhase() != null;
        return partOfBuild && projects.contains(project)
                ? projects.subList(projects.indexOf(project) + 1, projects.size())
                : List.of();
    }

    private List<MavenProject> projects() {
        return session.getProjects() == null ? List.of() : session.getProjects();
    }

    /** The project's coordinates. */
    String id() {
        return project.getId();
    }

    /** The pom; empty outside of any project. */
    Optional<Path> pom() {
        return project.getFile() == null
                ? Optional.empty()
                : Optional.of(project.getFile().toPath());
    }

    /** What all modules of the build share; through it they see that they get into each other's way. */
    Map<String, Object> shared() {
        return session.getRequest().getData();
    }

    /** How many modules are built, those that make nothing included. */
    int modules() {
        return Math.max(1, projects().size());
    }

    /** A command to type after this one. */
    String command(String... goals) {
        return Printable.line(new NextCommand(project, execution, session.getUserProperties()).of(goals));
    }

    /**
     * The path of the project's folder in its repository, with a slash at its end unless it is empty. It is compared itself, not by
     * what is looked at on the way, of which there is more the deeper the project lies.
     */
    String repositoryPath() {
        Disk disk = new Disk(base(), lastRuns());
        Path top = base();
        for (Path folder = base(); folder != null; folder = folder.getParent()) {
            if (disk.exists(folder.resolve(".git"))) {
                top = folder;
                break;
            }
        }
        String path = FileNames.slashed(top.relativize(base()));
        return path.isEmpty() ? "" : path + "/";
    }

    /** One use of a goal, apart from its parameters. */
    static List<String> described(MojoExecution execution) {
        return List.of(String.valueOf(execution.getGoal()), String.valueOf(execution.getExecutionId()));
    }

    /** Where the last run of this goal in this execution is remembered. */
    LastRun lastRun() {
        String id = String.valueOf(execution.getExecutionId());
        boolean plain = id.length() < MOST;
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            plain &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        }
        String name = plain ? id : Digest.of(id.getBytes(StandardCharsets.UTF_8));
        return new LastRun(base(), lastRuns().resolve(execution.getGoal() + "." + name));
    }

    /** Adds all of this that may make a difference; of the plugin, the jars themselves, as a snapshot may be another one each time. */
    void addTo(Conditions conditions) {
        conditions.add("version of Java", java()); // what can be printed depends on it
        conditions.add("plugin", jars());
        conditions.add("module", project.getId());
        conditions.add("pom", pom().orElse(null));
        conditions.add("build directory", directory());
        conditions.add("place in the repository", repositoryPath());
        conditions.add("properties", command());
        conditions.add("modules of the build", builtModules().described());
        List<String> behind = new ArrayList<>();
        for (MavenProject each : projectsBehind()) {
            behind.add(each.getId());
        }
        conditions.add("modules that are built later", behind);
        conditions.add("number of modules", modules());
    }

    private Object java() {
        Properties system = session.getSystemProperties();
        return system == null ? UNKNOWN : system.getProperty("java.specification.version");
    }

    /** Each jar that the plugin is made of; something that cannot be compared if it is made of anything else. */
    private Object jars() {
        MojoDescriptor goal = execution.getMojoDescriptor();
        List<Artifact> artifacts = goal == null || goal.getPluginDescriptor() == null
                ? null
                : goal.getPluginDescriptor().getArtifacts();
        if (artifacts == null || artifacts.isEmpty()) {
            return UNKNOWN;
        }
        List<String> jars = new ArrayList<>();
        for (Artifact artifact : artifacts) {
            Optional<String> jar = artifact.getFile() == null
                    ? Optional.empty()
                    : Jar.described(artifact.getFile().toPath());
            if (jar.isEmpty()) {
                return UNKNOWN;
            }
            jars.add(jar.get());
        }
        return jars;
    }
}
