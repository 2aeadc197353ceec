package io.github.meshready.smi.mojo;

import io.github.meshready.smi.manifest.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.apache.maven.model.Plugin;
import org.apache.maven.plugin.MojoExecution;
import org.apache.maven.project.MavenProject;

/** Commands to type after this one, with what was given on the command line, so that they mean the same. */
final class NextCommand {

    private static final String PROPERTY = "smi.";

    /** It is about one run, not about what any means. */
    private static final String FORCE = "smi.force";

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
        for (String name : new TreeSet<>(userProperties.stringPropertyNames())) {
            if (name.startsWith(PROPERTY) && !name.equals(FORCE)) {
                words.add("-D" + name + "=" + ShellWord.of(userProperties.getProperty(name)));
            }
        }
        return String.join(" ", words);
    }

    /** The short name is known only where the plugin stands in the pom. */
    private String prefix() {
        Plugin plugin = execution.getPlugin();
        if (project.getFile() != null) {
            for (Plugin declared : project.getBuildPlugins()) {
                if (declared.getKey().equals(plugin.getKey())) {
                    return "smi";
                }
            }
        }
        return plugin.getId();
    }
}
