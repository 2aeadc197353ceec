package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds what somebody probably meant by a name that does not exist. */
public final class NearestName {

    private NearestName() {}

    /**
     * {@code ; did you mean x?}: a Service of the same namespace with a similar name, else one of another namespace with
     * the same name, else one in front of a workload of that name; nothing if there is none.
     */
    static String hint(ObjectName wanted, Application application) {
        List<ObjectName> names =
                application.services().stream().map(Service::name).sorted().toList();
        String near = hint(
                wanted.name(),
                names.stream()
                        .filter(name -> name.namespace().equals(wanted.namespace()))
                        .map(ObjectName::name)
                        .toList());
        return near.isEmpty()
                ? names.stream()
                        .filter(name -> name.name().equals(wanted.name()))
                        .findFirst()
                        .map(name -> question(name.toString()))
                        .orElseGet(() -> inFront(wanted, application))
                : near;
    }

    private static String inFront(ObjectName wanted, Application application) {
        return application.workloads().stream()
                .filter(workload -> workload.objectName().equals(wanted))
                .flatMap(workload -> application.servicesOf(workload).stream()
                        .map(service -> question(service.name().name() + ", which selects "
                                + workload.kind().kind() + " " + workload.name())))
                .sorted()
                .findFirst()
                .orElse("");
    }

    /** {@code ; did you mean x?}: the most similar of these names; nothing if none is similar. */
    public static String hint(String wanted, Collection<String> names) {
        int limit = Math.max(1, wanted.length() / 4);
        return names.stream()
                .filter(name -> Math.abs(name.length() - wanted.length()) <= limit)
                .filter(name -> distance(wanted, name) <= limit)
                .min(Comparator.comparing((String name) -> distance(wanted, name))
                        .thenComparing(name -> name))
                .map(NearestName::question)
                .orElse("");
    }

    private static String question(String name) {
        return "; did you mean " + name + "?";
    }

    /** How many characters to change, add or drop (Levenshtein). */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[other.length()];
    }
}
