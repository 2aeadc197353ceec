package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.code.Lineage.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** The methods of resources and of clients, and those of the sub-resources that locators lead to (Jakarta REST 3.1, 3.4.1). */
final class JaxRsMethods {

    private final VisibleClasses classes;
    private final JaxRsAnnotations annotations;
    private final Set<String> open = new TreeSet<>();

    JaxRsMethods(VisibleClasses classes) {
        this.classes = classes;
        this.annotations = new JaxRsAnnotations(classes);
    }

    /** @param above the path of the class, with everything before it */
    void read(Lineage lineage, String above, Findings findings) {
        String type = lineage.self().type().name().toString();
        if (!open.add(type)) {
            findings.unclear("sub-resources below " + above + ", which lead to " + type + " again");
            return;
        }
        for (Member member : lineage.members()) {
            lineage.superclassesFirst(lineage.self()).stream()
                    .filter(each -> each.methods().containsKey(member.signature()))
                    .filter(each -> annotations.isAnnotated(each.methods().get(member.signature())))
                    .findFirst()
                    .ifPresent(each -> method(type, each.methods().get(member.signature()), member, above, findings));
        }
        open.remove(type);
    }

    private void method(String type, MethodInfo method, Member member, String above, Findings findings) {
        Optional<String> path = annotations.path(method.declaredAnnotations());
        List<String> methods = annotations.methods(method);
        String whole = PathText.join(above, path.orElse(""));
        if (!methods.isEmpty()) {
            findings.route(Set.copyOf(methods), whole, PathSyntax.JAKARTA_REST, type, method.name());
        } else if (path.isPresent()) {
            locator(type + "." + method.name(), located(member), whole, findings);
        }
    }

    /** What a locator returns: of {@code Class<Pages>} the pages. */
    private static String located(Member member) {
        Type returned = member.method().returnType();
        boolean named = returned.kind() == Type.Kind.PARAMETERIZED_TYPE
                && returned.name().toString().equals("java.lang.Class")
                && returned.asParameterizedType().arguments().get(0).kind() == Type.Kind.CLASS;
        return named
                ? returned.asParameterizedType().arguments().get(0).name().toString()
                : member.from().returned(member.method());
    }

    private void locator(String locator, String type, String path, Findings findings) {
        Optional<ClassInfo> found = classes.find(type);
        if (found.isEmpty()) {
            findings.unclear("sub-resources below " + path + ", which " + locator + " finds: " + type
                    + " is not among the classes of the build");
            return;
        }
        Findings below = new Findings();
        read(new Lineage(found.get(), classes), path, below);
        findings.add(below);
        if (below.routes().isEmpty() && below.unclear().isEmpty()) {
            findings.unclear(
                    "sub-resources below " + path + ", which " + locator + " finds: " + type + " has no routes");
        }
    }
}
