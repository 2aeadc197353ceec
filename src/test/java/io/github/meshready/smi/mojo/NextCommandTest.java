package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.util.Properties;
import org.apache.maven.model.Build;
import org.apache.maven.model.Model;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.Test;

class NextCommandTest {

    private final Plugin plugin = plugin("1.2");
    private final Properties properties = new Properties();

    @Test
    void usesTheShortNameWhereThePomHasThePlugin() {
        Build build = new Build();
        build.addPlugin(plugin);
        MavenProject project = project(build);
        assertThat(command(project, "verify")).isEqualTo("mvn smi:verify");
        project.setFile(null);
        assertThat(command(project, "verify"))
                .as("no pom")
                .isEqualTo("mvn io.github.meshready:smi-maven-plugin:1.2:verify");
    }

    @Test
    void usesCoordinatesElsewhere() {
        assertThat(command(project(new Build()), "generate", "verify"))
                .isEqualTo("mvn io.github.meshready:smi-maven-plugin:1.2:generate"
                        + " io.github.meshready:smi-maven-plugin:1.2:verify");
    }

    @Test
    void repeatsWhatWasSaidOfThisPluginSoThatAShellTakesItAsIs() {
        properties.setProperty("smi.namespace", "shop");
        properties.setProperty("smi.manifests", "a b,it's $HOME");
        properties.setProperty("other", "x");
        assertThat(command(project(new Build()), "verify"))
                .endsWith(":verify -Dsmi.manifests='a b,it'\\''s $HOME' -Dsmi.namespace=shop");
    }

    private String command(MavenProject project, String... goals) {
        return new NextCommand(project, new MojoExecution(plugin, "verify", "default-cli"), properties).of(goals);
    }

    private static MavenProject project(Build build) {
        Model model = new Model();
        model.setBuild(build);
        MavenProject project = new MavenProject(model);
        project.setFile(new File("pom.xml"));
        return project;
    }

    private static Plugin plugin(String version) {
        Plugin plugin = new Plugin();
        plugin.setGroupId("io.github.meshready");
        plugin.setArtifactId("smi-maven-plugin");
        plugin.setVersion(version);
        return plugin;
    }
}
