package io.github.meshready.smi.mojo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.api.di.Provides;
import org.apache.maven.api.plugin.testing.Basedir;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.apache.maven.project.MavenProjectHelper;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResult;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the pom's elements and properties to the use cases, and back to the log. */
@MojoTest
@MojoParameter(name = "outputDirectory", value = "target/smi")
@MojoParameter(name = "combinedFile", value = "target/smi.yml")
@MojoParameter(name = "reportDirectory", value = "target/smi-reports")
class GoalsTest {

    /** Where the pom does not declare the plugin, Maven does not know its short name. */
    private static final String PLUGIN = "io\\.github\\.meshready:smi-maven-plugin:[^:]+";

    private final MavenProjectHelper helper = mock(MavenProjectHelper.class);
    private final RepositorySystem repositories = mock(RepositorySystem.class);
    private final TestBuild build = new TestBuild();

    @Inject
    private MavenProject project;

    @Inject
    private MavenSession session;

    @Provides
    private MavenProjectHelper helper() {
        return helper;
    }

    @Provides
    private RepositorySystem repositories() {
        return repositories;
    }

    @BeforeEach
    void makeProject() {
        build.prepare(project, session);
    }

    @AfterEach
    void clean() throws IOException {
        build.clean();
    }

    @Test
    @Basedir("src/test/projects/shop")
    void readsItsConfigurationAndWrites(@InjectMojo(goal = "generate") GenerateMojo goal) throws Exception {
        build.run(goal);
        assertThat(build.target().resolve("smi/00-namespaces.yaml")).content().contains("name: shop");
        assertThat(build.target().resolve("smi/90-policies.yaml"))
                .content()
                .as("declared, and not what is ignored")
                .contains("# job -> cache:6379 tcp (declared)")
                .doesNotContain("web-to-cache");
        assertThat(build.target().resolve("smi-reports/mesh.json")).exists();
        assertThat(build.target().resolve("smi-reports/rollout.md"))
                .content()
                .contains("kubectl apply -n shop -R -f target/smi/50-app");
        assertThat(build.lines())
                .contains(
                        "info Manifests: k8s (first place found)",
                        "info Ignored calls: 1",
                        "info Step by step into the mesh: target/smi-reports/rollout.md")
                .anyMatch(line -> line.matches(
                        "info Next: mvn " + PLUGIN + ":verify, then: kubectl apply -n shop -R -f target/smi"));
        verify(helper).attachArtifact(eq(project), eq("yml"), eq("smi"), any(File.class));
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "failOn", value = "error")
    void failsOnTheManifestsWhereNothingWasGenerated(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageMatching(
                        "2 errors, 4 warnings, see above\\. To write what can be written: mvn " + PLUGIN + ":generate");
        assertThat(build.lines())
                .contains(
                        "info Verifying k8s (no apply set in target/smi was made from it)",
                        "info Calls that work: 0 of 1; 2 errors, 4 warnings")
                .anyMatch(line -> line.startsWith("error SMI-CALL-01  error  k8s/app.yaml:17:1  Deployment shop/job"))
                .anyMatch(line -> line.startsWith("error SMI-PROTO-01"))
                .anyMatch(line -> line.startsWith("warn SMI-ID-01"));
        assertThat(build.target().resolve("smi-reports/mesh.json"))
                .as("the report is there all the same")
                .exists();
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "failOn", value = "warning")
    void verifiesWhatWasGenerated(
            @InjectMojo(goal = "generate") GenerateMojo generate, @InjectMojo(goal = "verify") VerifyMojo goal)
            throws Exception {
        build.run(generate);
        build.lines().clear();
        build.run(goal);
        assertThat(build.lines())
                .containsExactly(
                        "info Verifying target/smi, made from k8s",
                        "info 3 workloads, 1 service, 1 TrafficTarget; mesh osm (osm:1.2), permissive mode off"
                                + " (assumed: no MeshConfig and no smi.permissive; osm:1.2 starts with it on, OSM before 1.2 with it off)",
                        "info Calls that work: 1 of 1; 0 errors, 0 warnings");
    }

    @Test
    @Basedir("src/test/projects/empty")
    @MojoParameter(name = "failOn", value = "error")
    void neverPassesForWantOfAnythingToCheck(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("no manifests in any of: target/classes/META-INF/jkube/kubernetes.yml,")
                .hasMessageContaining("fix: name the files or folders");
        when(session.getProjects()).thenReturn(Collections.nCopies(2, project));
        assertThatCode(() -> build.run(goal)).as("a module without manifests").doesNotThrowAnyException();
        assertThat(build.lines()).last().asString().startsWith("info Nothing to do: no manifests in any of:");
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "failOn", value = "Error")
    @MojoParameter(name = "meshName", value = "my mesh")
    @MojoParameter(name = "externalAccounts", value = "web")
    @MojoParameter(name = "combinedFile", value = "target/smi/in/smi.yml")
    void refusesValuesThatMeanNothing(@InjectMojo(goal = "verify") VerifyMojo goal) {
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessage("parameter <failOn>: \"Error\" is no severity" + System.lineSeparator()
                        + "  fix: use error, warning or never");
        assertThatThrownBy(goal::settings).hasMessageContaining("<meshName>: \"my mesh\" is no name of a mesh");
        assertThatThrownBy(goal::externalAccounts).hasMessageContaining("<externalAccounts>: \"web\" names no account");
        assertThatThrownBy(goal::combinedFile).hasMessageContaining("lies in the output folder");
    }

    @Test
    @Basedir("src/test/projects/shop")
    void overwritesNobodysRunbook(@InjectMojo(goal = "generate") GenerateMojo goal) throws Exception {
        Path runbook = build.target().resolve("smi-reports/rollout.md");
        Files.createDirectories(runbook.getParent());
        Files.writeString(runbook, "# Ours");
        assertThatThrownBy(() -> build.run(goal))
                .hasMessageContaining("target/smi-reports/rollout.md: exists and was not written by");
        assertThat(build.target().resolve("smi")).doesNotExist();
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "generateSkip", value = "true")
    void canBeSkipped(@InjectMojo(goal = "generate") GenerateMojo goal) throws Exception {
        build.run(goal);
        assertThat(build.lines()).containsExactly("info Skipping smi:generate");
        assertThat(build.target()).doesNotExist();
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "from", value = "job")
    @MojoParameter(name = "to", value = "cache:6379")
    @MojoParameter(name = "request", value = "GET /")
    void explainsACall(@InjectMojo(goal = "explain") ExplainMojo goal) throws Exception {
        build.run(goal);
        assertThat(build.lines())
                .contains(
                        "info Explaining k8s (no apply set in target/smi was made from it)",
                        "info Deployment/shop/job -> shop/cache:6379, GET /: denied (no-target)",
                        "info   evidence   the application makes this call: declared")
                .anyMatch(line -> line.startsWith("info   missing    a TrafficTarget in namespace shop"));
        assertThat(build.target()).as("nothing is written").doesNotExist();
    }

    @Test
    @Basedir("src/test/projects/shop")
    void explainsWhoMayCallWhom(
            @InjectMojo(goal = "generate") GenerateMojo generate, @InjectMojo(goal = "explain") ExplainMojo goal)
            throws Exception {
        build.run(generate);
        build.lines().clear();
        build.run(goal);
        assertThat(build.lines())
                .startsWith("info Explaining target/smi, made from k8s", "info Who may call whom:")
                .contains("info   1 = shop/cache:6379");
    }

    @Test
    @Basedir("src/test/projects/empty")
    @MojoParameter(name = "rule", value = "SMI-TT-05")
    void printsTheRulesPageWithoutManifests(@InjectMojo(goal = "explain") ExplainMojo goal) throws Exception {
        build.run(goal);
        assertThat(build.lines()).startsWith("info # SMI-TT-05: HTTP rule without matches");
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "diffFrom", value = "k8s")
    @MojoParameter(name = "diffTo", value = "target/smi")
    @MojoParameter(name = "diffFailOn", value = "widened")
    @MojoParameter(name = "egress", value = "write")
    void comparesTwoFolders(
            @InjectMojo(goal = "generate") GenerateMojo generate, @InjectMojo(goal = "diff") DiffMojo goal)
            throws Exception {
        build.run(generate);
        build.lines().clear();
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("access grew, see above and target/smi-reports/diff.md");
        assertThat(build.lines())
                .startsWith("info Comparing k8s with target/smi")
                .contains("error   + access  shop/job -> shop/cache port 6379")
                .anyMatch(line -> line.startsWith("error       + everything  (target/smi/90-policies.yaml:"));
        Path reports = build.target().resolve("smi-reports");
        assertThat(reports.resolve("diff.json")).content().contains("\"widened\": true");
        assertThat(reports.resolve("diff.md"))
                .content()
                .contains("| appears, **wider** | access | `shop/job` | `shop/cache` | `6379` | `everything` | – |");
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "diffFailOn", value = "never")
    void comparesWithTheLatestRelease(
            @InjectMojo(goal = "generate") GenerateMojo generate, @InjectMojo(goal = "diff") DiffMojo goal)
            throws Exception {
        build.run(generate);
        build.lines().clear();
        when(project.getGroupId()).thenReturn("test");
        when(project.getArtifactId()).thenReturn("shop");
        when(project.getVersion()).thenReturn("1.2");
        VersionRangeResult none = new VersionRangeResult(new VersionRangeRequest());
        when(repositories.resolveVersionRange(any(), any())).thenReturn(none);
        assertThatThrownBy(() -> build.run(goal))
                .isInstanceOf(MojoFailureException.class)
                .hasMessageStartingWith("there is no released version of test:shop to compare with")
                .hasMessageContaining("fix: name a version in smi.diff.version");
        VersionRangeResult some = new VersionRangeResult(new VersionRangeRequest());
        GenericVersionScheme scheme = new GenericVersionScheme();
        for (String version : List.of("1.0", "1.1", "1.2-SNAPSHOT", "1.2")) {
            some.addVersion(scheme.parseVersion(version));
        }
        when(repositories.resolveVersionRange(any(), any())).thenReturn(some);
        File combined = build.target().resolve("smi.yml").toFile();
        when(repositories.resolveArtifact(any(), any())).thenAnswer(call -> {
            ArtifactRequest request = call.getArgument(1);
            return new ArtifactResult(request).setArtifact(request.getArtifact().setFile(combined));
        });
        build.run(goal);
        assertThat(build.lines())
                .containsExactly(
                        "info Comparing test:shop:yml:smi:1.1 with target/smi, made from k8s",
                        "info No access differs");
    }

    @Test
    @Basedir("src/test/projects/shop")
    @MojoParameter(name = "diffFrom", value = "nowhere")
    @MojoParameter(name = "diffFailOn", value = "grown")
    void refusesToCompareWithNothing(@InjectMojo(goal = "diff") DiffMojo goal) throws Exception {
        assertThatThrownBy(() -> build.run(goal)).hasMessageContaining("<diffFailOn>: \"grown\" is none of them");
    }
}
