package io.github.meshready.smi.mojo;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.maven.project.MavenProject;

/** The modules of a build, in the order in which they are built. */
final class BuiltModules {

    private static final int SHOWN = 5;
    private static final List<String> LANGUAGES = List.of("java", "kotlin", "groovy", "scala");

    private final List<MavenProject> projects;

    /** @param projects those that make something */
    BuiltModules(List<MavenProject> projects) {
        this.projects = List.copyOf(projects);
    }

    List<BuildModule> read(ModuleReader reader) {
        List<Set<String>> taken = projects.stream().map(this::librariesOf).toList();
        Set<String> libraries = taken.stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<BuildModule> modules = new ArrayList<>();
        for (int i = 0; i < projects.size(); i++) {
            MavenProject project = projects.get(i);
            boolean shared = !taken.get(i).isEmpty() || libraries.contains(project.getArtifactId());
            modules.add(module(reader, project, shared).with(taken.get(i)));
        }
        return modules;
    }

    private static BuildModule module(ModuleReader reader, MavenProject project, boolean shared) {
        return reader.read(
                project.getArtifactId(),
                project.getBasedir().toPath(),
                Path.of(project.getBuild().getOutputDirectory()),
                shared);
    }

    /** The modules that another one takes along when it runs. */
    private Set<String> librariesOf(MavenProject project) {
        Set<String> wanted = project.getDependencies().stream()
                .filter(each -> !"test".equals(each.getScope()) && !"test-jar".equals(each.getType()))
                .map(each -> each.getGroupId() + ":" + each.getArtifactId())
                .collect(Collectors.toSet());
        return projects.stream()
                .filter(each -> wanted.contains(each.getGroupId() + ":" + each.getArtifactId()))
                .map(MavenProject::getArtifactId)
                .collect(Collectors.toSet());
    }

    /**
     * What is said of modules whose classes are not there: a build makes them after the goal, or nobody made them.
     *
     * @param behind the projects that this build makes after the one for which the goal runs; none where it runs by itself
     */
    Optional<String> absent(List<MavenProject> behind) {
        List<String> later = projects.stream()
                .filter(each -> behind.contains(each) && hasSources(each))
                .map(MavenProject::getArtifactId)
                .toList();
        List<String> never = projects.stream()
                .filter(each -> hasSources(each)
                        && !Files.isDirectory(Path.of(each.getBuild().getOutputDirectory())))
                .map(MavenProject::getArtifactId)
                .toList();
        if (!later.isEmpty()) {
            return Optional.of(
                    "This goal runs before " + listed(later) + " in the build: calls and routes that their classes tell"
                            + " are missing, or those of an earlier build. Declare the plugin in the module that is built last, or run"
                            + " mvn package smi:generate");
        }
        return never.isEmpty()
                ? Optional.empty()
                : Optional.of("Not compiled: " + listed(never)
                        + ". Calls and routes that classes tell are missing; run mvn package smi:generate");
    }

    private static boolean hasSources(MavenProject project) {
        Path sources = project.getBasedir().toPath().resolve("src").resolve("main");
        return LANGUAGES.stream().anyMatch(each -> Files.isDirectory(sources.resolve(each)));
    }

    private static String listed(List<String> modules) {
        String names = modules.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return "module " + names + (modules.size() > SHOWN ? " and " + (modules.size() - SHOWN) + " more" : "");
    }
}
