package io.github.meshready.smi.mojo;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.descriptor.MojoDescriptor;
import org.apache.maven.plugin.descriptor.PluginDescriptor;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;

/** A project in a folder of its own. Each of its goals is made anew for a run, as Maven does, and given the parameters of the moment. */
final class TestProject {

    final MavenProjectHelper helper = mock(MavenProjectHelper.class);
    final Properties userProperties = new Properties();
    final Properties systemProperties = new Properties();
    final MavenProject project = mock(MavenProject.class);
    String id = "shop:web:jar:1";
    String executionId = "default-cli";
    LocalDate day = LocalDate.of(2026, 7, 1);
    MavenExecutionRequest build = new DefaultMavenExecutionRequest();

    private final Path folder;
    private final Path jar;
    private final Map<String, Object> parameters = new HashMap<>();

    /** @param jar what the plugin is made of */
    TestProject(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
        systemProperties.setProperty("java.specification.version", "17");
        parameters.putAll(Map.of(
                "mesh", "osm:1.2",
                "egress", "write",
                "routeSources", "all",
                "serviceAccounts", "missing",
                "policies", "enforced",
                "failOn", "error",
                "baseline", "use"));
        parameters.putAll(Map.of(
                "attach",
                true,
                "annotatedSuppressions",
                true,
                "maxFileSize",
                1 << 26,
                "maxFiles",
                20_000,
                "maxDepth",
                256,
                "maxExpansion",
                3 << 20));
        parameters.putAll(Map.of(
                "outputDirectory", new File("target/smi"),
                "combinedFile", new File("target/smi.yml"),
                "reportDirectory", new File("target/smi-reports")));
    }

    /**
     * What came of a run.
     *
     * @param lines what was logged, each line behind its level
     * @param failure why the build fails; empty if it does not
     */
    record Outcome(List<String> lines, String failure) {

        boolean isRepetition() {
            return lines.stream().anyMatch(line -> line.startsWith("info Nothing changed since the last run"));
        }

        /** What does not depend on whether the run was made; how many files were written does. */
        Outcome comparable() {
            return new Outcome(
                    lines.stream()
                            .filter(line -> !line.startsWith("info Nothing changed") && !line.startsWith("info Wrote "))
                            .toList(),
                    failure);
        }
    }

    Path folder() {
        return folder;
    }

    /** Sets a parameter; null for its absence. */
    TestProject with(String parameter, Object value) {
        parameters.put(parameter, value);
        return this;
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    Outcome generate(boolean force) {
        return run("generate", force);
    }

    Outcome verify(boolean force) {
        return run("verify", force);
    }

    private Outcome run(String goal, boolean force) {
        RecordedLog log = new RecordedLog();
        ByteArrayOutputStream console = new ByteArrayOutputStream();
        AbstractRememberedMojo mojo = goal(goal, new PrintStream(console, true, StandardCharsets.UTF_8));
        set(mojo, "force", force);
        mojo.setLog(log);
        String failure = "";
        try {
            mojo.execute();
        } catch (MojoFailureException | MojoExecutionException e) {
            failure = e.getMessage();
        }
        List<String> lines = new ArrayList<>(log.lines());
        console.toString(StandardCharsets.UTF_8).lines().forEach(line -> lines.add("console " + line));
        return new Outcome(lines, failure);
    }

    /** A goal with its parameters set. */
    AbstractRememberedMojo goal(String goal, PrintStream console) {
        LocalDate today = day;
        AbstractRememberedMojo mojo = goal.equals("generate")
                ? new GenerateMojo(project(), session(), helper) {
                    @Override
                    LocalDate today() {
                        return today;
                    }
                }
                : new VerifyMojo(project(), session()) {
                    @Override
                    LocalDate today() {
                        return today;
                    }

                    @Override
                    PrintStream console() {
                        return console;
                    }
                };
        parameters.forEach((name, value) -> set(mojo, name, value));
        set(mojo, "execution", execution(goal));
        return mojo;
    }

    private MojoExecution execution(String goal) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.meshready");
        plugin.setArtifactId("smi-maven-plugin");
        plugin.setVersion("1");
        Artifact artifact = mock(Artifact.class);
        when(artifact.getFile()).thenReturn(jar.toFile());
        PluginDescriptor descriptor = new PluginDescriptor();
        descriptor.setPlugin(plugin);
        descriptor.setArtifacts(List.of(artifact));
        MojoDescriptor mojo = new MojoDescriptor();
        mojo.setPluginDescriptor(descriptor);
        mojo.setGoal(goal);
        MojoExecution execution = new MojoExecution(plugin, goal, executionId);
        execution.setMojoDescriptor(mojo);
        return execution;
    }

    private MavenProject project() {
        org.apache.maven.model.Build places = new org.apache.maven.model.Build();
        places.setDirectory(folder.resolve("target").toString());
        places.setOutputDirectory(folder.resolve("target/classes").toString());
        when(project.getBasedir()).thenReturn(folder.toFile());
        when(project.getFile()).thenReturn(folder.resolve("pom.xml").toFile());
        when(project.getBuild()).thenReturn(places);
        when(project.getArtifactId()).thenReturn("web");
        when(project.getId()).thenReturn(id);
        when(project.getPackaging()).thenReturn("jar");
        return project;
    }

    private MavenSession session() {
        MavenSession session = mock(MavenSession.class);
        when(session.getProjects()).thenReturn(List.of(project));
        when(session.getRequest()).thenReturn(build);
        when(session.getUserProperties()).thenReturn(userProperties);
        when(session.getSystemProperties()).thenReturn(systemProperties);
        return session;
    }

    /** Sets a field, as Maven does; a goal that has none of this name goes without. */
    static void set(Object object, String name, Object value) {
        for (Class<?> type = object.getClass(); type != Object.class; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    set(object, field, value);
                    return;
                }
            }
        }
    }

    static void set(Object object, Field field, Object value) {
        try {
            field.setAccessible(true);
            field.set(object, value);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file of the project. */
    TestProject file(String name, String content) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }
}
