package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.code.Lineage.Member;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The methods of clients that are declared with Spring's annotations: of several paths the first counts. */
final class SpringClientMethods {

    private final SpringAnnotations annotations;
    private final ClientBase base;

    SpringClientMethods(SpringAnnotations annotations, ClientBase base) {
        this.annotations = annotations;
        this.base = base;
    }

    /**
     * @param above what stands before the paths
     * @param usual the method of a mapping that names none; empty if that means any
     */
    void read(Lineage lineage, String above, String usual, Findings findings) {
        String type = lineage.self().type().name().toString();
        for (Member member : lineage.members()) {
            Optional<SpringMapping> mapping = lineage.interfacesFirst(lineage.self()).stream()
                    .map(each -> each.methods().get(member.signature()))
                    .filter(method -> method != null)
                    .map(method -> annotations.mapping(method.declaredAnnotations()))
                    .flatMap(Optional::stream)
                    .findFirst();
            String name = member.method().name();
            mapping.ifPresent(found -> base.filled(found.paths().get(0), type + "." + name, findings)
                    .ifPresent(path -> {
                        Set<String> methods = new TreeSet<>(found.methods());
                        if (methods.isEmpty() && !usual.isEmpty()) {
                            methods.add(usual);
                        }
                        String whole = SpringPaths.below(above, slashed(PathText.withoutQuery(path)))
                                .get(0);
                        findings.route(methods, whole, PathSyntax.SPRING, type, name);
                    }));
        }
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }
}
