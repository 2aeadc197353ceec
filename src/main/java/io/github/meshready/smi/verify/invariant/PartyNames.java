package io.github.meshready.smi.verify.invariant;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.NamedObjects;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.NearestName;
import io.github.meshready.smi.manifest.Printable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds whom the names of an invariant mean: one that means nobody would prove everything, so it is an error. */
final class PartyNames {

    private static final String ALL = "*";
    private static final String ALL_OF = "/*";
    private static final int SHOWN = 10;

    private final Parties parties;
    private final Application application;
    private final String place;

    /** @param place where the names stand, for messages */
    PartyNames(Parties parties, String place) {
        this.parties = parties;
        this.application = parties.application();
        this.place = place;
    }

    Set<Party> callers(List<String> names) {
        return all(names, parties.callers(), ingress());
    }

    Set<Party> called(List<String> names) {
        return all(names, parties.called(), Map.of());
    }

    private Set<Party> all(List<String> names, List<Party> everyone, Map<String, Set<Party>> more) {
        Set<Party> found = new LinkedHashSet<>();
        for (String name : names) {
            if (name.equals(ALL)) {
                found.addAll(everyone);
            } else if (name.endsWith(ALL_OF)) {
                found.addAll(within(name.substring(0, name.length() - ALL_OF.length()), everyone));
            } else {
                found.addAll(only(name, more));
            }
        }
        return found;
    }

    private Set<Party> within(String namespace, List<Party> everyone) {
        Set<Party> found = everyone.stream()
                .filter(party -> namespaceOf(party).equals(namespace))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (found.isEmpty()) {
            Set<String> namespaces = new TreeSet<>();
            everyone.stream()
                    .map(PartyNames::namespaceOf)
                    .filter(each -> !each.isEmpty())
                    .forEach(namespaces::add);
            throw problem(
                    quoted(namespace + ALL_OF) + " means nobody" + NearestName.hint(namespace, namespaces),
                    "name a namespace that has workloads: " + some(namespaces));
        }
        return found;
    }

    private static String namespaceOf(Party party) {
        if (party instanceof Party.Pods pods) {
            return pods.workload().namespace();
        }
        return party instanceof Party.Account account ? account.name().namespace() : "";
    }

    /** Workload, Service and account often have one name and mean the same pods; where they do not, the kind has to tell. */
    private Set<Party> only(String name, Map<String, Set<Party>> more) {
        Map<String, Set<Party>> named = new LinkedHashMap<>();
        for (Workload workload : application.workloads()) {
            if (NamedObjects.isNamed(workload, name)) {
                named.put(workload.id(), Set.of(new Party.Pods(workload)));
            }
        }
        named.putAll(named("Service", parties.services(), name));
        named.putAll(named("ServiceAccount", parties.accounts(), name));
        named.putAll(more.entrySet().stream()
                .filter(each ->
                        each.getKey().equals(name) || shortened(each.getKey()).equals(name))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        List<String> meaningNobody = named.keySet().stream()
                .filter(each -> named.get(each).isEmpty())
                .toList();
        named.keySet().removeAll(meaningNobody);
        if (new LinkedHashSet<>(named.values()).size() == 1) {
            return named.values().iterator().next();
        }
        if (!named.isEmpty()) {
            throw problem(
                    quoted(name) + " means several things that are not the same pods",
                    "use one of: " + some(named.keySet()));
        }
        if (!meaningNobody.isEmpty()) {
            throw problem(
                    quoted(name) + " means nobody: " + meaningNobody.get(0) + " selects no workload",
                    "correct the Service's selector, or name a workload");
        }
        throw unknown(name, more.keySet());
    }

    private static Map<String, Set<Party>> named(String kind, Map<ObjectName, Set<Party>> objects, String name) {
        Map<String, Set<Party>> named = new LinkedHashMap<>();
        objects.forEach((object, means) -> {
            List<String> forms =
                    List.of(object.name(), object.toString(), kind + "/" + object.name(), kind + "/" + object);
            if (forms.contains(name)) {
                named.put(kind + "/" + object, means);
            }
        });
        return named;
    }

    /** IngressBackends, by kind and name only: they are often called like what they let in to. */
    private Map<String, Set<Party>> ingress() {
        Map<String, Set<Party>> ingress = new LinkedHashMap<>();
        for (Party party : parties.callers()) {
            if (party instanceof Party.Ingress each) {
                ingress.put("IngressBackend/" + each.policy().object().objectName(), Set.of(each));
            }
        }
        return ingress;
    }

    /** Kind and name, without the namespace. */
    private static String shortened(String id) {
        return id.substring(0, id.indexOf('/')) + id.substring(id.lastIndexOf('/'));
    }

    private InputException unknown(String name, Collection<String> more) {
        List<String> ids = new ArrayList<>();
        application.workloads().forEach(workload -> ids.add(workload.id()));
        parties.services().keySet().forEach(service -> ids.add("Service/" + service));
        parties.accounts().keySet().forEach(account -> ids.add("ServiceAccount/" + account));
        ids.addAll(more);
        Set<String> forms = new TreeSet<>(ids);
        for (String id : ids) {
            forms.add(id.substring(id.indexOf('/') + 1));
            forms.add(id.substring(id.lastIndexOf('/') + 1));
            forms.add(shortened(id));
        }
        return problem(
                quoted(name) + " means nobody in the manifests" + NearestName.hint(name, forms),
                "name a workload, Service or account: "
                        + some(application.workloads().stream()
                                .map(workload -> workload.objectName().toString())
                                .toList()));
    }

    private static String some(Collection<String> names) {
        List<String> sorted = names.stream().sorted().distinct().toList();
        return String.join(", ", sorted.subList(0, Math.min(SHOWN, sorted.size())))
                + (sorted.size() > SHOWN ? ", ..." : "");
    }

    private static String quoted(String name) {
        return "\"" + Printable.text(name) + "\"";
    }

    private InputException problem(String message, String fix) {
        return new InputException(new InputProblem(place, message, fix));
    }
}
