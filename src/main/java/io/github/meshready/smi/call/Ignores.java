package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.NearestName;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What the build's configuration says not to be called. A part that is left out means any. */
final class Ignores {

    private final List<DeclaredCall> ignored;
    private final Set<DeclaredCall> used = new HashSet<>();

    /** @throws InputException if one names a caller that is not there: a misspelt one would leave the call allowed */
    Ignores(Application application, List<DeclaredCall> ignored) {
        this.ignored = ignored;
        List<InputProblem> problems = new ArrayList<>();
        for (DeclaredCall call : ignored) {
            boolean known = call.from().isEmpty()
                    || application.workloads().stream()
                            .anyMatch(workload -> NamedObjects.isNamed(workload, call.from()));
            if (!known) {
                List<String> names =
                        application.workloads().stream().map(Workload::name).toList();
                problems.add(new InputProblem(
                        "<ignoredCall> " + call,
                        "<from>" + Printable.text(call.from()) + "</from> names nothing in the manifests"
                                + NearestName.hint(call.from(), names),
                        "name a workload, or remove the declaration"));
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
    }

    /** What says that a call is none; a declared call always is one. */
    Optional<DeclaredCall> covering(Call call) {
        boolean declared = call.evidence().stream().anyMatch(piece -> piece.place() == Evidence.Place.DECLARED);
        return declared
                ? Optional.empty()
                : covering(each -> isMeant(each, call.source())
                        && (each.to().isEmpty() || NamedObjects.isNamed(call.service(), each.to()))
                        && (each.port().isEmpty() || NamedObjects.isNamed(call.port(), each.port())));
    }

    /** Whether an address that leads nowhere is none; {@code to} is then its host. */
    boolean covers(Unresolved unresolved) {
        Address address = unresolved.address();
        return covering(each -> isMeant(each, unresolved.source())
                        && (each.to().isEmpty() || each.to().equals(address.host()))
                        && (each.port().isEmpty()
                                || address.port().isPresent()
                                        && each.port()
                                                .equals(Integer.toString(
                                                        address.port().getAsInt()))))
                .isPresent();
    }

    private Optional<DeclaredCall> covering(Predicate<DeclaredCall> isMeant) {
        List<DeclaredCall> meant = ignored.stream().filter(isMeant).toList();
        used.addAll(meant);
        return meant.stream().findFirst();
    }

    private static boolean isMeant(DeclaredCall ignored, Workload source) {
        return ignored.from().isEmpty() || NamedObjects.isNamed(source, ignored.from());
    }

    /** Those that covered nothing so far. */
    List<DeclaredCall> unused() {
        return ignored.stream().filter(each -> !used.contains(each)).toList();
    }
}
