package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.RouteText;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.code.TestModule;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Modules with classes in a folder, and what they and manifests tell of routes. */
final class RouteShop {

    private final Path folder;
    private final Map<String, BuildModule> modules = new LinkedHashMap<>();

    RouteShop(Path folder) {
        this.folder = folder;
    }

    /** A module of these types of package {@code shop}; without classes if there are none. */
    RouteShop module(String name, String types) {
        TestModule module = new TestModule(folder.resolve(name));
        modules.put(name, (types.isEmpty() ? module : module.compiled(source(types))).read());
        return this;
    }

    /** A file of a module, written before the module is compiled. */
    RouteShop file(String module, String file, String text) {
        new TestModule(folder.resolve(module)).with(file, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    private static String source(String types) {
        return "package shop; import org.springframework.web.bind.annotation.*;"
                + " import org.springframework.cloud.openfeign.FeignClient;" + types;
    }

    /** A controller with methods of these routes. */
    static String controller(String name, String... routes) {
        return "@RestController public class " + name + " {" + methods(routes) + "}";
    }

    /** A client with methods of these routes. */
    static String feign(String name, String target, String... routes) {
        return "@FeignClient(" + target + ") public interface " + name + " {"
                + methods(routes).replace("{ return null; }", ";") + "}";
    }

    private static String methods(String... routes) {
        StringBuilder methods = new StringBuilder();
        for (String route : routes) {
            String[] parts = route.split(" ");
            String verb = parts[0].charAt(0) + parts[0].substring(1).toLowerCase(Locale.ROOT);
            methods.append("@%sMapping(\"%s\") public String m%d() { return null; }"
                    .formatted(verb, parts[1], methods.length()));
        }
        return methods.toString();
    }

    /** @param built the modules of the build, {@code app<one+two} for one of which it is known what it takes along */
    Found find(String built, List<DeclaredCall> calls, List<DeclaredRoutes> routes, String... manifests) {
        List<BuildModule> found = Stream.of(built.split(" "))
                .map(each -> each.split("<"))
                .map(parts -> parts.length == 1
                        ? modules.get(parts[0])
                        : modules.get(parts[0]).with(Set.of(parts[1].split("\\+"))))
                .toList();
        FileNames names = new FileNames(folder);
        RouteInputs inputs = new RouteInputs(RouteSources.ALL, routes, found, names, Limits.DEFAULT, folder);
        Application application = app(manifests);
        CallGraph graph = new CallFinder(application, new Declarations(calls, List.of(), found, inputs)).find();
        return new Found(application, graph);
    }

    /** The routes of a Service as the pom tells them. */
    static DeclaredRoutes declared(String service, String... routes) {
        return new DeclaredRoutes(
                service,
                Optional.empty(),
                Stream.of(routes).map(RouteText::read).toList());
    }

    /** What was found. */
    record Found(Application application, CallGraph graph) {

        /** The routes that a workload serves, {@code ?} if they are not known. */
        String served(String workload) {
            return application.workloads().stream()
                    .filter(each -> each.name().equals(workload))
                    .flatMap(each -> graph.routes().served(each).stream())
                    .map(ServedRoutes::routes)
                    .map(Found::lines)
                    .findFirst()
                    .orElse("?");
        }

        /** What of its routes is said not to be known. */
        List<String> uncovered(String workload) {
            return application.workloads().stream()
                    .filter(each -> each.name().equals(workload))
                    .flatMap(each -> graph.routes().served(each).stream())
                    .flatMap(each -> each.uncovered().stream())
                    .toList();
        }

        /** The routes that a call uses, {@code ?} if that is not known. */
        String used(String source, String service) {
            return graph.calls().stream()
                    .filter(call -> call.source().name().equals(source)
                            && call.service().name().name().equals(service))
                    .flatMap(call -> graph.routes().used(call).stream())
                    .map(UsedRoutes::routes)
                    .map(Found::lines)
                    .findFirst()
                    .orElse("?");
        }

        private static String lines(List<HttpRoute> routes) {
            List<String> lines =
                    new ArrayList<>(routes.stream().map(HttpRoute::described).toList());
            return lines.stream().sorted().distinct().collect(Collectors.joining(", "));
        }
    }
}
