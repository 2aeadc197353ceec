package io.github.meshready.smi.diff;

import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;

/** Compares what two sets of manifests let through, whatever their policies are called and however they are written. */
public final class Differ {

    /**
     * Compares two sets of manifests.
     *
     * @throws InputException if one of them cannot be read, or holds nothing that could be compared
     */
    public DiffResult diff(DiffRequest request) {
        Mesh from = mesh(request.from(), "smi.diff.from");
        Mesh to = mesh(request.to(), "smi.diff.to");
        Openings before = openings(from);
        Openings after = openings(to);
        SortedSet<Door> doors = before.doors();
        doors.addAll(after.doors());
        List<Change> changes = new ArrayList<>();
        for (Door door : doors) {
            List<Passage> added = after.notIn(before, door);
            List<Passage> removed = before.notIn(after, door);
            if (!added.isEmpty() || !removed.isEmpty()) {
                changes.add(new Change(door, kind(before.has(door), after.has(door)), added, removed));
            }
        }
        return new DiffResult(changes, from.mode(), to.mode());
    }

    private static Change.Kind kind(boolean before, boolean after) {
        if (before && after) {
            return Change.Kind.CHANGES;
        }
        return after ? Change.Kind.APPEARS : Change.Kind.DISAPPEARS;
    }

    private static Openings openings(Mesh mesh) {
        Openings openings = new Openings(mesh.mode().dialect().matchesWholeText());
        new AccessReader(mesh, openings).read();
        new IngressReader(mesh, openings).read();
        new EgressReader(mesh, openings).read();
        return openings;
    }

    private static Mesh mesh(VerifyRequest request, String parameter) {
        Facts facts = new Verifier(List.of()).verify(request).facts();
        boolean nothing = facts.application().workloads().isEmpty()
                && facts.policies().targets().isEmpty();
        if (nothing) {
            throw new InputException(new InputProblem(
                    parameter,
                    "the manifests hold neither a workload nor a TrafficTarget, so there is nothing to compare",
                    "name the folder that holds them"));
        }
        return facts.mesh();
    }
}
