package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.PathSyntax;
import io.github.meshready.smi.route.code.Lineage.Member;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Controllers of Spring MVC and WebFlux (Spring Framework 6.2, RequestMappingHandlerMapping, MethodIntrospector). */
final class SpringControllers implements Server {

    private static final Set<String> CONTROLLER = Set.of(
            "org.springframework.stereotype.Controller", "org.springframework.web.bind.annotation.RestController");

    private static final Set<String> COMPONENT = Set.of(
            "org.springframework.stereotype.Component",
            "org.springframework.stereotype.Service",
            "org.springframework.stereotype.Repository",
            "org.springframework.context.annotation.Configuration",
            "org.springframework.stereotype.Controller",
            "org.springframework.web.bind.annotation.RestController");

    private static final Set<String> BEAN = Set.of("org.springframework.context.annotation.Bean");

    private final VisibleClasses classes;
    private final Configuration configuration;
    private final SpringAnnotations annotations;
    private final SpringGeneration generation;
    private final String prefix;
    private final Set<String> beans;

    SpringControllers(VisibleClasses classes, Configuration configuration) {
        this.classes = classes;
        this.configuration = configuration;
        this.annotations = new SpringAnnotations(classes);
        this.generation = SpringGeneration.of(classes);
        this.prefix = SpringPrefix.of(configuration, classes);
        this.beans = classes.all().stream()
                .flatMap(type -> type.methods().stream())
                .filter(method -> annotations.has(method.declaredAnnotations(), BEAN))
                .map(method -> method.returnType().name().toString())
                .collect(Collectors.toSet());
    }

    @Override
    public void read(ClassInfo type, Findings findings) {
        if (type.isInterface() || type.isAbstract()) {
            return;
        }
        Lineage lineage = new Lineage(type, classes);
        List<ClassInfo> types = lineage.interfacesFirst(lineage.self()).stream()
                .map(Ancestor::type)
                .toList();
        SpringMapping ofType = types.stream()
                .map(each -> annotations.mapping(each.declaredAnnotations()))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(SpringMapping.NONE);
        String name = type.name().toString();
        if (!isController(type, types)) {
            boolean mapped = type.methods().stream()
                    .anyMatch(method ->
                            annotations.mapping(method.declaredAnnotations()).isPresent());
            if (mapped) {
                findings.unclear("mappings of " + name + ", which no annotation that is known makes a controller");
            }
            return;
        }
        for (Member member : lineage.members()) {
            lineage.interfacesFirst(member.from()).stream()
                    .map(each -> each.methods().get(member.signature()))
                    .filter(method -> method != null)
                    .map(method -> annotations.mapping(method.declaredAnnotations()))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .ifPresent(mapping -> route(name, ofType, mapping, member.method(), findings));
        }
        lineage.missing()
                .forEach(each -> findings.unclear("mappings that controller " + name + " may inherit from " + each
                        + ", which the build does not have"));
    }

    /** Whether it is a bean, and a controller; until Spring 5 a mapping of the class made it one too. */
    private boolean isController(ClassInfo type, List<ClassInfo> types) {
        boolean bean = annotations.has(type.declaredAnnotations(), COMPONENT)
                || beans.contains(type.name().toString());
        return bean
                && types.stream()
                        .map(ClassInfo::declaredAnnotations)
                        .anyMatch(each -> annotations.has(each, CONTROLLER)
                                || generation == SpringGeneration.JAVAX
                                        && annotations.mapping(each).isPresent());
    }

    private void route(
            String type, SpringMapping ofType, SpringMapping ofMethod, MethodInfo method, Findings findings) {
        Set<String> methods = new TreeSet<>(ofType.methods());
        methods.addAll(ofMethod.methods());
        for (String above : ofType.paths()) {
            for (String own : ofMethod.paths()) {
                Optional<String> path = configuration
                        .filled(above)
                        .flatMap(first -> configuration.filled(own).flatMap(last -> SpringPaths.combined(first, last)));
                path.filter(each -> !each.contains("#{"))
                        .ifPresentOrElse(
                                each -> add(each, methods, type, method, findings),
                                () -> findings.unclear(
                                        "the path " + PathText.join(above, own) + " of " + type + "." + method.name()
                                                + ", which the module's configuration and classes do not tell"));
            }
        }
    }

    private void add(String path, Set<String> methods, String type, MethodInfo method, Findings findings) {
        for (String each : SpringPaths.below(prefix, path)) {
            findings.route(methods, each, PathSyntax.SPRING, type, method.name());
            if (generation == SpringGeneration.JAVAX) {
                SpringPaths.withSlash(each)
                        .ifPresent(more -> findings.route(methods, more, PathSyntax.SPRING, type, method.name()));
            } else if (generation == SpringGeneration.UNKNOWN) {
                findings.unclear(
                        "paths of controllers with a slash behind them, if the module runs on Spring 5 or older");
            }
        }
    }
}
