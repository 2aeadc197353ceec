package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.call.NamedObjects;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Turns declared splits into TrafficSplits, and refuses those that the mesh would not follow. */
final class SplitPlanner {

    private final Application application;
    private final List<Split> existing;

    /** @param existing what the TrafficSplits in the manifests say */
    SplitPlanner(Application application, List<Split> existing) {
        this.application = application;
        this.existing = existing;
    }

    /**
     * Finds what the declarations name.
     *
     * @throws InputException naming every declaration that names nothing
     */
    List<Split> resolve(List<DeclaredSplit> declared) {
        List<InputProblem> problems = new ArrayList<>();
        List<Split> splits = new ArrayList<>();
        for (DeclaredSplit split : declared) {
            try {
                splits.add(resolve(split));
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        refuse(problems);
        return splits;
    }

    private Split resolve(DeclaredSplit declared) {
        String place = place(declared.service());
        ObjectName apex = new NamedObjects(application, place)
                .service(declared.service(), "<service>" + declared.service() + "</service>")
                .name();
        return new Split(
                apex,
                declared.backends().stream()
                        .map(backend -> new Split.Backend(
                                new ObjectName(
                                        apex.namespace(), inNamespace(backend.service(), apex.namespace() + "/")),
                                weight(place, backend)))
                        .toList());
    }

    private static String inNamespace(String name, String prefix) {
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    private static SplitWeight weight(String place, DeclaredSplit.Backend backend) {
        try {
            return new SplitWeight(backend.weight(), Long.parseLong(backend.weight()));
        } catch (NumberFormatException e) {
            throw new InputException(new InputProblem(
                    place,
                    "the <weight>" + Printable.text(backend.weight()) + "</weight> of backend " + backend.service()
                            + " is no whole number",
                    "give whole weights from 0 on, such as 90 and 10"));
        }
    }

    /**
     * Names the splits that are sound.
     *
     * @param protocols what the mesh will take ports for
     * @throws InputException naming everything for which the mesh would not follow them
     */
    List<PlannedSplit> plan(List<Split> splits, PortReading protocols) {
        SplitCheck check = new SplitCheck(application, protocols);
        List<InputProblem> problems = new ArrayList<>();
        for (Split split : splits) {
            long namesakes = Stream.concat(existing.stream(), splits.stream())
                    .filter(other -> other.apex().equals(split.apex()))
                    .count();
            for (SplitFault fault : check.faults(split, (int) namesakes)) {
                problems.add(new InputProblem(
                        place(split.apex().toString()), fault.message() + "; " + fault.consequence(), fault.fix()));
            }
        }
        refuse(problems);
        Map<ObjectName, ObjectName> names = new PolicyNames(application)
                .name(
                        splits.stream().map(Split::apex).toList(),
                        Smi.TRAFFIC_SPLIT,
                        apex -> apex,
                        apex -> apex.name() + "-split");
        return splits.stream()
                .map(split -> new PlannedSplit(names.get(split.apex()), split))
                .toList();
    }

    private static String place(String service) {
        return "<split> " + service;
    }

    private static void refuse(List<InputProblem> problems) {
        if (!problems.isEmpty()) {
            throw new InputException(problems.stream().distinct().toList());
        }
    }
}
