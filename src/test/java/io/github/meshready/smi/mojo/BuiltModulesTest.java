package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Disk;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ModuleReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.apache.maven.model.Build;
import org.apache.maven.model.Dependency;
import org.apache.maven.model.Model;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Modules as Maven knows them. */
class BuiltModulesTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # group | artifact | type     | scope    | library
            x       | lib      | jar      | -        | true
            x       | lib      | jar      | compile  | true
            x       | lib      | jar      | runtime  | true
            x       | lib      | jar      | test     | false
            x       | lib      | test-jar | -        | false
            y       | lib      | jar      | -        | false
            x       | other    | jar      | -        | false
            """)
    void takeAlongWhatTheyDependOn(String group, String artifact, String type, String scope, boolean library)
            throws IOException {
        MavenProject app = project("app", true);
        Dependency dependency = new Dependency();
        dependency.setGroupId(group);
        dependency.setArtifactId(artifact);
        dependency.setType(type);
        dependency.setScope(scope);
        app.getModel().addDependency(dependency);
        List<BuildModule> read = new BuiltModules(List.of(project("lib", true), app))
                .read(new ModuleReader(new FileNames(folder), Limits.DEFAULT));
        assertThat(read).map(BuildModule::name).containsExactly("lib", "app");
        assertThat(read.get(1).libraries()).contains(library ? Set.of("lib") : Set.of());
        assertThat(read.get(0).libraries()).contains(Set.of());
    }

    /** Which classes name which is asked of those alone that run in one program with others. */
    @Test
    void askForNamedClassesWhereModulesShareAProgram() throws IOException {
        MavenProject app = project("app", true);
        Dependency dependency = new Dependency();
        dependency.setGroupId("x");
        dependency.setArtifactId("lib");
        app.getModel().addDependency(dependency);
        List<MavenProject> projects = List.of(project("lib", true), app, project("alone", true));
        for (MavenProject each : projects) {
            try (InputStream own = BuiltModulesTest.class.getResourceAsStream("BuiltModulesTest.class")) {
                Files.copy(own, Path.of(each.getBuild().getOutputDirectory(), "BuiltModulesTest.class"));
            }
        }
        assertThat(new BuiltModules(projects).read(new ModuleReader(new FileNames(folder), Limits.DEFAULT)))
                .allMatch(module -> module.classes().size() == 1)
                .filteredOn(module -> module.classes().get(0).names().isPresent())
                .map(BuildModule::name)
                .containsExactly("lib", "app");
    }

    @Test
    void areMissedWhereTheyAreBuiltLater() throws IOException {
        MavenProject early = project("early", true);
        MavenProject late = project("late", true);
        MavenProject resources = project("resources", false);
        BuiltModules modules = new BuiltModules(List.of(early, late, resources));
        assertThat(modules.absent(List.of(), disk())).isEmpty();
        assertThat(modules.absent(List.of(resources), disk())).isEmpty();
        assertThat(modules.absent(List.of(late, resources), disk()))
                .hasValueSatisfying(
                        said -> assertThat(said).contains("This goal runs before module late in the build"));
    }

    @Test
    void areMissedWhereNobodyCompiledThem() throws IOException {
        MavenProject built = project("built", true);
        MavenProject fresh = project("fresh", true);
        Files.delete(Path.of(fresh.getBuild().getOutputDirectory()));
        assertThat(new BuiltModules(List.of(built, fresh)).absent(List.of(), disk()))
                .hasValueSatisfying(said -> assertThat(said).startsWith("Not compiled: module fresh."));
        assertThat(new BuiltModules(Collections.nCopies(7, fresh)).absent(List.of(), disk()))
                .hasValueSatisfying(said -> assertThat(said).contains("fresh and 2 more"));
    }

    @Test
    void areMissedWhereALibraryIsNotCompiled() throws IOException {
        MavenProject app = project("app", true);
        Dependency dependency = new Dependency();
        dependency.setGroupId("x");
        dependency.setArtifactId("clients");
        app.getModel().addDependency(dependency);
        MavenProject clients = project("clients", true);
        Files.delete(Path.of(clients.getBuild().getOutputDirectory()));
        assertThat(new BuiltModules(List.of(clients, app)).absent(List.of(), disk()))
                .hasValue(
                        "Not compiled: module clients. Calls and routes that classes tell are missing; run mvn package smi:generate");
    }

    private Disk disk() {
        return new FileNames(folder).disk();
    }

    private MavenProject project(String name, boolean sources) throws IOException {
        Path base = folder.resolve(name);
        Files.createDirectories(base.resolve("target/classes"));
        if (sources) {
            Files.createDirectories(base.resolve("src/main/java"));
        }
        Model model = new Model();
        model.setGroupId("x");
        model.setArtifactId(name);
        model.setBuild(new Build());
        MavenProject project = new MavenProject(model);
        project.setFile(base.resolve("pom.xml").toFile());
        project.getBuild().setOutputDirectory(base.resolve("target/classes").toString());
        return project;
    }
}
