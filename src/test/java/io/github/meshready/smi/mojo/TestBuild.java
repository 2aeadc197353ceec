package io.github.meshready.smi.mojo;

import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.api.plugin.testing.MojoExtension;
import org.apache.maven.execution.DefaultMavenExecutionRequest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;

/** A build of one module in the folder that a test names, and what its goals log. */
final class TestBuild {

    private final RecordedLog log = new RecordedLog();

    /** Lets Maven's mocks speak of the folder. */
    void prepare(MavenProject project, MavenSession session) {
        when(project.getBasedir()).thenReturn(folder().toFile());
        when(project.getFile()).thenReturn(folder().resolve("pom.xml").toFile());
        when(session.getProjects()).thenReturn(List.of(project));
        when(session.getRequest()).thenReturn(new DefaultMavenExecutionRequest());
    }

    /** Deletes what goals wrote; this project's own target is left alone. */
    void clean() throws IOException {
        if (Files.exists(target()) && !target().equals(Path.of("target").toAbsolutePath())) {
            try (Stream<Path> files = Files.walk(target())) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
    }

    void run(AbstractSmiMojo goal) throws MojoExecutionException, MojoFailureException {
        goal.setLog(log);
        goal.execute();
    }

    /** What goals have logged, each line behind its level. */
    List<String> lines() {
        return log.lines();
    }

    Path target() {
        return folder().resolve("target");
    }

    private static Path folder() {
        return Path.of(MojoExtension.getBasedir());
    }
}
