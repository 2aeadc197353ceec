package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What smi:generate tells of findings is what smi:verify lets count. */
@MojoTest
@Basedir("src/test/projects/accepted")
@MojoParameter(name = "outputDirectory", value = "target/smi")
@MojoParameter(name = "combinedFile", value = "target/smi.yml")
@MojoParameter(name = "reportDirectory", value = "target/smi-reports")
@MojoParameter(name = "attach", value = "false")
class GenerateFindingsTest {

    private final TestBuild build = new TestBuild();

    @Inject
    private MavenProject project;

    @Inject
    private MavenSession session;

    @BeforeEach
    void makeProject() {
        build.prepare(project, session);
    }

    @AfterEach
    void clean() throws IOException {
        build.clean();
    }

    private List<String> findings() {
        return build.lines().stream()
                .filter(line -> line.contains(" SMI-"))
                .map(line -> line.split("\n")[0])
                .toList();
    }

    @Test
    void warnsOfWhatCountsAndSaysHowMuchDoesNot(@InjectMojo(goal = "generate") GenerateMojo goal) throws Exception {
        build.run(goal);
        assertThat(findings())
                .satisfiesExactly(
                        worker -> assertThat(worker)
                                .startsWith("warn SMI-PROBE-02  error")
                                .endsWith("Deployment shop/worker"),
                        raised -> assertThat(raised)
                                .startsWith("warn SMI-HTTP-11  warning")
                                .endsWith("HTTPRouteGroup shop/unused"));
        assertThat(build.lines())
                .contains(
                        "info Findings that do not count: 2 suppressed, 1 switched off; smi:verify lists them",
                        "info Next: correct what is wrong above (1 error), and generate again");
        assertThat(build.target().resolve("smi-reports/rollout.md"))
                .content()
                .contains(
                        "**Stop here: 1 error.**",
                        "Findings that do not count\\: 2 suppressed, 1 switched off; smi\\:verify lists them.",
                        "| SMI-PROBE-02 | error | 1 | `Deployment shop/worker`")
                .doesNotContain("SMI-POD-02", "SMI-TT-05", "Deployment shop/web` its");
        assertThat(build.target().resolve("smi-reports/mesh.json"))
                .content()
                .contains("\"goal\": \"generate\"", "\"standing\": \"suppressed\"", "\"failed\": false");
    }

    @Test
    @MojoParameter(name = "annotatedSuppressions", value = "false")
    void countsNoAnnotationWhereThePomAloneDecides(@InjectMojo(goal = "generate") GenerateMojo goal) throws Exception {
        build.run(goal);
        assertThat(findings()).anyMatch(line -> line.startsWith("warn SMI-PROBE-02") && line.endsWith("shop/web"));
        assertThat(build.lines())
                .contains("info Findings that do not count: 1 suppressed, 1 switched off; smi:verify lists them");
    }

    @Test
    @MojoParameter(name = "failOn", value = "error")
    @MojoParameter(name = "baselineFile", value = "target/baseline.json")
    void keepsStillAboutWhatIsKnown(
            @InjectMojo(goal = "generate") GenerateMojo goal,
            @InjectMojo(goal = "verify") @MojoParameter(name = "baseline", value = "update") VerifyMojo update)
            throws Exception {
        build.run(goal);
        assertThat(findings())
                .as("whether there has to be a file is for the gate to say")
                .hasSize(2);
        build.run(update);
        build.lines().clear();
        build.run(goal);
        assertThat(findings()).isEmpty();
        assertThat(build.lines())
                .contains("info Findings that do not count: 2 suppressed, 2 known by the baseline, 1 switched off;"
                        + " smi:verify lists them")
                .anyMatch(line -> line.startsWith("info Next: mvn "));
    }

    @Test
    @MojoParameter(name = "baselineFile", value = "target/baseline.json")
    void writesNothingWithABrokenBaseline(@InjectMojo(goal = "generate") GenerateMojo goal) throws Exception {
        Files.createDirectories(build.target());
        Files.writeString(build.target().resolve("baseline.json"), "{");
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("target/baseline.json:1: the baseline");
        assertThat(build.target().resolve("smi")).doesNotExist();
    }

    @Test
    @Basedir("src/test/projects/misspelled")
    void tellsOfAnAnnotationThatSuppressesNothing(
            @InjectMojo(goal = "generate") GenerateMojo goal,
            @InjectMojo(goal = "verify") @MojoParameter(name = "failOn", value = "never") VerifyMojo gate) {
        assertThatCode(() -> build.run(goal)).doesNotThrowAnyException();
        assertThat(build.lines())
                .anyMatch(line -> line.startsWith("warn ")
                        && line.contains("the annotation ignore.smi.meshready.io/SMI-PROBE-2 names no rule"))
                .anyMatch(line -> line.startsWith("warn SMI-PROBE-02  error"));
        assertThatThrownBy(() -> build.run(gate)).hasMessageContaining("names no rule, so it suppresses nothing");
    }
}
