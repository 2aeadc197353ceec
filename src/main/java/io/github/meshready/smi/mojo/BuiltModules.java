package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.maven.model.Dependency;
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
        List<SortedSet<String>> taken = projects.stream().map(this::librariesOf).toList();
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
        return reader.read(project.getArtifactId(), folder(project), output(project), shared);
    }

    /** All that {@link #read} gives the reader: for each module its name, folders and libraries. */
    List<Object> described() {
        List<Object> described = new ArrayList<>();
        for (MavenProject each : projects) {
            described.add(List.of(each.getArtifactId(), folder(each), output(each), List.copyOf(librariesOf(each))));
        }
        return described;
    }

    private static Path folder(MavenProject project) {
        return project.getBasedir().toPath();
    }

    private static Path output(MavenProject project) {
        return Path.of(project.getBuild().getOutputDirectory());
    }

    /** The modules that another one takes along when it runs. */
    private SortedSet<String> librariesOf(MavenProject project) {
        SortedSet<String> libraries = new TreeSet<>();
        for (Dependency each : project.getDependencies()) {
            boolean runs = !"test".equals(each.getScope()) && !"test-jar".equals(each.getType());
            for (MavenProject other : projects) {
                if (runs
                        && each.getGroupId().equals(other.getGroupId())
                        && each.getArtifactId().equals(other.getArtifactId())) {
                    libraries.add(other.getArtifactId());
                }
            }
        }
        return libraries;
    }

    /**
     * What is said of modules whose classes are not there: a build makes them after the goal, or nobody made them.
     *
     * @param behind the projects that this build makes after the one for which the goal runs; none where it runs by itself
     */
    Optional<String> absent(List<MavenProject> behind, Disk disk) {
        List<String> later = projects.stream()
                .filter(each -> behind.contains(each) && hasSources(each, disk))
                .map(MavenProject::getArtifactId)
                .toList();
        List<String> never = projects.stream()
                .filter(each -> hasSources(each, disk) && !disk.isFolder(output(each)))
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

    private static boolean hasSources(MavenProject project, Disk disk) {
        Path sources = folder(project).resolve("src").resolve("main");
        return LANGUAGES.stream().anyMatch(each -> disk.isFolder(sources.resolve(each)));
    }

    private static String listed(List<String> modules) {
        String names = modules.stream().limit(SHOWN).collect(Collectors.joining(", "));
        return "module " + names + (modules.size() > SHOWN ? " and " + (modules.size() - SHOWN) + " more" : "");
    }
}
