package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Commands to type after this one, with what was given on the command line, so that they mean the same. */
final class NextCommand {

    private static final String PROPERTY = "smi.";

    private final MavenProject project;
    private final MojoExecution execution;
    private final Properties userProperties;

    NextCommand(MavenProject project, MojoExecution execution, Properties userProperties) {
        this.project = project;
        this.execution = execution;
        this.userProperties = userProperties;
    }

    /** A command that runs these goals. */
    String of(String... goals) {
        List<String> words = new ArrayList<>(List.of("mvn"));
        for (String goal : goals) {
            words.add(prefix() + ":" + goal);
        }
        userProperties.stringPropertyNames().stream()
                .filter(name -> name.startsWith(PROPERTY))
                .sorted()
                .map(name -> "-D" + name + "=" + ShellWord.of(userProperties.getProperty(name)))
                .forEach(words::add);
        return String.join(" ", words);
    }

    /** The short name is known only where the plugin stands in the pom. */
    private String prefix() {
        Plugin plugin = execution.getPlugin();
        boolean declared = project.getFile() != null
                && project.getBuildPlugins().stream()
                        .anyMatch(each -> each.getKey().equals(plugin.getKey()));
        return declared ? "smi" : plugin.getId();
    }
}
