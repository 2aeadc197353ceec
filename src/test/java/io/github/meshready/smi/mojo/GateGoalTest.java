package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.when;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

/** The gate never passes because something that it needs is not there. */
@MojoTest
@Basedir("src/test/projects/gate")
@MojoParameter(name = "outputDirectory", value = "target/smi")
@MojoParameter(name = "combinedFile", value = "target/smi.yml")
@MojoParameter(name = "reportDirectory", value = "target/smi-reports")
@MojoParameter(name = "failOn", value = "error")
class GateGoalTest {

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

    @Test
    @MojoParameter(name = "reports", value = "sarif,junit")
    void writesEveryReportAndFailsAllTheSame(@InjectMojo(goal = "verify") VerifyMojo goal) throws Exception {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("1 error, 1 warning, see above");
        assertThat(build.lines())
                .contains(
                        "info Switched off by <severities>: 1 finding of SMI-TT-05",
                        "warn The suppression of SMI-ID-* on Deployment shop/* (pom) ended on 2020-01-01 and no longer"
                                + " suppresses 1 finding",
                        "warn The suppression of SMI-SPLIT-* on * (pom) matches no finding: remove it, before it hides a"
                                + " new one")
                .anyMatch(line -> line.startsWith("info   SMI-PROTO-01")
                        && line.endsWith("(until 2999-12-31: redis moves out first)"))
                .anyMatch(line -> line.startsWith("error SMI-CALL-01"))
                .anyMatch(line -> line.startsWith("warn SMI-ID-01"));
        assertThat(build.target().resolve("smi-reports/smi.sarif"))
                .content()
                .as("relative to the repository, where this is one")
                .containsPattern("\"uri\": \"(src/test/projects/gate/)?k8s/app.yaml\"")
                .contains("\"kind\": \"inSource\"")
                .doesNotContain(System.getProperty("user.dir"), "baselineState");
        assertThat(build.target().resolve("smi-reports/TEST-smi.xml"))
                .content()
                .contains(" failures=\"1\" errors=\"0\"");
        assertThat(build.target().resolve("smi-reports/mesh.json"))
                .content()
                .contains("\"standing\": \"suppressed\"", "\"failed\": true");
    }

    @Test
    @MojoParameter(name = "baselineFile", value = "target/baseline.json")
    void aMissingOrBrokenBaselineIsNoGreenBuild(@InjectMojo(goal = "verify") VerifyMojo goal) throws Exception {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("target/baseline.json: there is no such baseline")
                .hasMessageContaining("fix: correct smi.baselineFile, or write the file with -Dsmi.baseline=update");
        Files.createDirectories(build.target().resolve("baseline.json"));
        assertThatThrownBy(() -> build.run(goal)).hasMessageContaining("is no file that a baseline could be read from");
        Files.delete(build.target().resolve("baseline.json"));
        Files.writeString(build.target().resolve("baseline.json"), "{\n<<<<<<< HEAD\n");
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("target/baseline.json:2: the baseline is not readable as JSON");
        assertThat(build.target().resolve("smi-reports")).doesNotExist();
    }

    @Test
    @MojoParameter(name = "baselineFile", value = "target/baseline.json")
    void passesWithWhatIsKnownUntilThereIsMore(
            @InjectMojo(goal = "verify") VerifyMojo goal,
            @InjectMojo(goal = "verify") @MojoParameter(name = "baseline", value = "update") VerifyMojo update)
            throws Exception {
        build.run(update);
        assertThat(build.lines())
                .contains(
                        "info Baseline written: target/baseline.json, 2 known (2 added, 0 removed)",
                        "info Known by the baseline: 2 findings, in mesh.json");
        String written = Files.readString(build.target().resolve("baseline.json"));
        build.run(goal);
        build.run(update);
        assertThat(build.target().resolve("baseline.json")).content().isEqualTo(written);
        assertThat(build.lines()).contains("info Baseline written: target/baseline.json, 2 known (0 added, 0 removed)");

        Files.writeString(
                build.target().resolve("baseline.json"),
                written.replace("\"fingerprint\": \"", "\"fingerprint\": \"0"));
        build.lines().clear();
        assertThatThrownBy(() -> build.run(goal)).hasMessageStartingWith("1 error, 1 warning, see above");
        assertThat(build.lines()).contains("info Fixed since the baseline: 2 findings");
    }

    @Test
    @MojoParameter(name = "baseline", value = "update")
    void updatesNoFileThatNobodyNamed(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("parameter <baselineFile>: names no file, so there is nothing to update");
    }

    @Test
    @MojoParameter(name = "baselineFile", value = "k8s/app.yaml")
    @MojoParameter(name = "baseline", value = "update")
    void overwritesNothingThatIsNoBaseline(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .hasMessageContaining("k8s/app.yaml: exists and was not written by this plugin");
    }

    @Test
    @MojoParameter(name = "reports", value = "sarif")
    void overwritesNobodysReport(@InjectMojo(goal = "verify") VerifyMojo goal) throws Exception {
        Path report = build.target().resolve("smi-reports/smi.sarif");
        Files.createDirectories(report.getParent());
        Files.writeString(report, "{}");
        assertThatThrownBy(() -> build.run(goal))
                .hasMessageContaining("smi.sarif: exists and was not written by this plugin");
        assertThat(report).hasContent("{}");
    }

    /** As somebody writes it who takes it for the file. */
    @Test
    @MojoParameter(name = "baseline", value = "smi-baseline.json")
    void saysWhereTheFileIsNamed(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("parameter <baseline>: \"smi-baseline.json\" is neither")
                .hasMessageContaining("fix: use or update; the file is named in baselineFile (smi.baselineFile)");
    }

    @Test
    @MojoParameter(name = "reports", value = "html")
    void refusesReportsThatThereAreNot(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("parameter <reports>: \"html\" is no form of report");
    }

    @Test
    @MojoParameter(name = "annotatedSuppressions", value = "false")
    void countsNoAnnotationWhereThePomAloneDecides(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal)).hasMessageStartingWith("2 errors, 1 warning, see above");
    }

    @Test
    @Basedir("src/test/projects/invariants")
    void anInvariantThatIsAboutNobodyIsNoGreenBuild(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("<invariants> deny from cache to wep: \"wep\" means nobody in the manifests;"
                        + " did you mean web?")
                .hasMessageContaining("fix: name a workload, Service or account: shop/cache, shop/web");
    }

    @Test
    @Basedir("src/test/projects/empty")
    void aBuildInWhichNoModuleHasManifestsIsNoGreenBuild(@InjectMojo(goal = "verify") VerifyMojo goal) {
        when(session.getProjects()).thenReturn(List.of(project, project));
        when(project.getId()).thenReturn("one", "one", "two");
        assertThatCode(() -> build.run(goal)).doesNotThrowAnyException();
        when(project.getId()).thenReturn("two");
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no module of this build has anything to verify");
    }
}
