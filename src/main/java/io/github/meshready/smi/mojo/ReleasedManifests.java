package io.github.meshready.smi.mojo;

import java.nio.file.Path;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.project.MavenProject;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;

/** The manifests that earlier versions of a project were released with: its artifacts of classifier {@code smi}. */
final class ReleasedManifests {

    private static final String CLASSIFIER = "smi";
    private static final String TYPE = "yml";
    private static final String SNAPSHOT = "-SNAPSHOT";
    private static final String FIX =
            System.lineSeparator() + "  fix: name a version in smi.diff.version, or a folder or file in smi.diff.from";

    private final MavenProject project;
    private final RepositorySystem repositories;
    private final RepositorySystemSession session;

    ReleasedManifests(MavenProject project, RepositorySystem repositories, RepositorySystemSession session) {
        this.project = project;
        this.repositories = repositories;
        this.session = session;
    }

    /** Group, artifact, type, classifier and version. */
    String coordinates(String version) {
        return artifact(version).toString();
    }

    /** The highest version that is no snapshot and not the one being built. */
    String latest() throws MojoFailureException {
        List<String> versions;
        try {
            versions = repositories
                    .resolveVersionRange(
                            session,
                            new VersionRangeRequest(artifact("[0,)"), project.getRemoteProjectRepositories(), null))
                    .getVersions()
                    .stream()
                    .map(Object::toString)
                    .filter(version -> !version.endsWith(SNAPSHOT) && !version.equals(project.getVersion()))
                    .toList();
        } catch (VersionRangeResolutionException e) {
            throw new MojoFailureException(
                    "cannot find out which versions of " + coordinates("*") + " were released" + FIX, e);
        }
        if (versions.isEmpty()) {
            throw new MojoFailureException("there is no released version of " + project.getGroupId() + ":"
                    + project.getArtifactId() + " to compare with" + FIX);
        }
        return versions.get(versions.size() - 1);
    }

    /** The manifests of a version. */
    Path file(String version) throws MojoFailureException {
        try {
            return repositories
                    .resolveArtifact(
                            session,
                            new ArtifactRequest(artifact(version), project.getRemoteProjectRepositories(), null))
                    .getArtifact()
                    .getFile()
                    .toPath();
        } catch (ArtifactResolutionException e) {
            throw new MojoFailureException(
                    "cannot resolve " + coordinates(version)
                            + "; smi:generate attaches it to a build, unless smi.attach is off" + FIX,
                    e);
        }
    }

    private Artifact artifact(String version) {
        return new DefaultArtifact(project.getGroupId(), project.getArtifactId(), CLASSIFIER, TYPE, version);
    }
}
