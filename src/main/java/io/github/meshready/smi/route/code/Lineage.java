package io.github.meshready.smi.route.code;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** A class with all that it inherits from, as far as the build has it. */
final class Lineage {

    /** Far more than people inherit from; what goes on behind is not followed. */
    private static final int MAX_DEPTH = 200;

    private final VisibleClasses classes;
    private final Map<String, Ancestor> known = new HashMap<>();
    private final Set<String> open = new HashSet<>();
    private final SortedSet<String> foreign = new TreeSet<>();
    private final Ancestor self;

    /**
     * A method that instances of the class have.
     *
     * @param method where it is written last
     * @param from the class that this is in
     * @param signature its name and erased parameters
     */
    record Member(MethodInfo method, Ancestor from, String signature) {}

    Lineage(ClassInfo type, VisibleClasses classes) {
        this.classes = classes;
        Map<String, String> variables = new HashMap<>();
        type.typeParameters().forEach(each -> variables.put(each.identifier(), Ancestor.bound(each)));
        this.self = ancestor(type, variables);
    }

    private Ancestor ancestor(ClassInfo type, Map<String, String> variables) {
        String name = type.name().toString();
        open.add(name);
        List<Ancestor> interfaces = new ArrayList<>();
        type.interfaceTypes().forEach(each -> above(each, variables).ifPresent(interfaces::add));
        Optional<Ancestor> superclass =
                Optional.ofNullable(type.superClassType()).flatMap(each -> above(each, variables));
        Ancestor ancestor = new Ancestor(type, variables, interfaces, superclass);
        open.remove(name);
        known.put(name, ancestor);
        return ancestor;
    }

    /** A class above another; nothing where the build has none of the name, or where classes form a circle. */
    private Optional<Ancestor> above(Type type, Map<String, String> variables) {
        String name = type.name().toString();
        if (known.containsKey(name) || open.contains(name) || open.size() > MAX_DEPTH) {
            return Optional.ofNullable(known.get(name));
        }
        Optional<ClassInfo> found = classes.find(name);
        if (found.isEmpty()) {
            foreign.add(name);
        }
        return found.map(each -> ancestor(each, arguments(each, type, variables)));
    }

    private static Map<String, String> arguments(ClassInfo of, Type type, Map<String, String> variables) {
        Map<String, String> arguments = new HashMap<>();
        List<Type> given = type.kind() == Type.Kind.PARAMETERIZED_TYPE
                ? type.asParameterizedType().arguments()
                : List.of();
        for (int i = 0; i < of.typeParameters().size(); i++) {
            String own = Ancestor.bound(of.typeParameters().get(i));
            String argument = i >= given.size() || given.get(i).kind() == Type.Kind.WILDCARD_TYPE
                    ? own
                    : given.get(i).kind() == Type.Kind.TYPE_VARIABLE
                            ? variables.getOrDefault(
                                    given.get(i).asTypeVariable().identifier(), own)
                            : given.get(i).name().toString();
            arguments.put(of.typeParameters().get(i).identifier(), argument);
        }
        return arguments;
    }

    Ancestor self() {
        return self;
    }

    /** The names of all that it inherits from, whether the build has it or not. */
    SortedSet<String> names() {
        SortedSet<String> names = new TreeSet<>(foreign);
        names.addAll(known.keySet());
        return names;
    }

    /** What it inherits from that the build does not have, and that is no framework's. */
    List<String> missing() {
        return foreign.stream().filter(name -> !VisibleClasses.isForeign(name)).toList();
    }

    /** All methods, those of classes before those of interfaces; of a method that is overridden only the last. */
    List<Member> members() {
        Map<String, Member> members = new LinkedHashMap<>();
        Consumer<Ancestor> add = from -> from.methods()
                .forEach((signature, method) -> members.putIfAbsent(signature, new Member(method, from, signature)));
        List<Ancestor> ancestors = superclassesFirst(self);
        ancestors.stream().filter(each -> !each.type().isInterface()).forEach(add);
        ancestors.stream().filter(each -> each.type().isInterface()).forEach(add);
        return List.copyOf(members.values());
    }

    /** An ancestor and what is above it: its superclasses, then the interfaces of each (Jakarta REST 3.1, 3.6). */
    List<Ancestor> superclassesFirst(Ancestor from) {
        Map<String, Ancestor> ordered = new LinkedHashMap<>();
        for (Optional<Ancestor> each = Optional.of(from);
                each.isPresent();
                each = each.get().superclass()) {
            ordered.put(each.get().type().name().toString(), each.get());
        }
        List.copyOf(ordered.values()).forEach(each -> each.interfaces().forEach(above -> interfaces(above, ordered)));
        return List.copyOf(ordered.values());
    }

    private static void interfaces(Ancestor from, Map<String, Ancestor> ordered) {
        if (ordered.putIfAbsent(from.type().name().toString(), from) == null) {
            from.interfaces().forEach(each -> interfaces(each, ordered));
        }
    }

    /** An ancestor and what is above it: the interfaces of a class before its superclass (Spring's AnnotationsScanner). */
    List<Ancestor> interfacesFirst(Ancestor from) {
        Map<String, Ancestor> ordered = new LinkedHashMap<>();
        for (Optional<Ancestor> each = Optional.of(from);
                each.isPresent();
                each = each.get().superclass()) {
            interfaces(each.get(), ordered);
        }
        return List.copyOf(ordered.values());
    }
}
