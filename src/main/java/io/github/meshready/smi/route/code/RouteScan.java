package io.github.meshready.smi.route.code;

import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.BuiltFiles;
import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads routes from the compiled classes of modules. The classes of a module are read once, when they are first asked for: when its own
 * routes are, or when a class elsewhere inherits from one that its module does not have. A class takes some kilobytes of memory for as long
 * as this lives.
 */
public final class RouteScan {

    private final FileNames names;
    private final Limits limits;
    private final List<BuildModule> modules;
    private final Map<BuildModule, ClassIndex> indices = new IdentityHashMap<>();

    /** @param modules the modules of the build, which may share interfaces and superclasses */
    public RouteScan(FileNames names, Limits limits, List<BuildModule> modules) {
        this.names = names;
        this.limits = limits;
        this.modules = List.copyOf(modules);
    }

    /**
     * What the classes of a module tell of routes.
     *
     * @param configuration the values of its configuration by key, as its container has them: profiles and variables decide about these
     */
    public CodeRoutes of(BuildModule module, Map<String, String> configuration) {
        ClassIndex own = indices.computeIfAbsent(module, this::index);
        GrpcDeclarations declarations = new GrpcDeclarations(files(module));
        if (own.isEmpty()) {
            return withoutClasses(module, own, declarations);
        }
        VisibleClasses classes = new VisibleClasses(own, () -> others(module));
        Configuration values = new Configuration(configuration);
        GrpcCatalogue catalogue = new GrpcCatalogue(classes, declarations::services);
        Findings served = new ServedScan(classes, values, catalogue).findings();
        files(module).staticFolders().forEach(folder -> served.unclear("static resources in " + folder));
        files(module)
                .webApplication()
                .ifPresent(folder -> served.unclear("files and servlets of " + folder
                        + ", and the context root that a server puts before the paths of the module"));
        List<ClientRoutes> clients = new ClientScan(classes, values, catalogue).clients();
        return codeRoutes("classes of module " + module.name(), served, own, declarations, clients)
                .from(new RouteSource(RouteSource.Kind.CLASSES, module.name()));
    }

    /** What is not compiled yet may have said what it will serve. */
    private static CodeRoutes withoutClasses(BuildModule module, ClassIndex own, GrpcDeclarations declarations) {
        Findings findings = new Findings();
        declarations.services().forEach(each -> each.routes(each.name(), method -> true, findings));
        return codeRoutes("protocol files of module " + module.name(), findings, own, declarations, List.of())
                .from(new RouteSource(RouteSource.Kind.PROTO, module.name()));
    }

    private static CodeRoutes codeRoutes(
            String source,
            Findings findings,
            ClassIndex own,
            GrpcDeclarations declarations,
            List<ClientRoutes> clients) {
        own.unread().forEach(findings::unclear);
        declarations.unread().forEach(findings::unclear);
        return new CodeRoutes(new ServedRoutes(source, findings.routes(), findings.unclear()), clients);
    }

    private List<ClassIndex> others(BuildModule module) {
        return modules.stream()
                .filter(each -> each != module)
                .map(each -> indices.computeIfAbsent(each, this::index))
                .toList();
    }

    private ClassIndex index(BuildModule module) {
        return new ClassIndex(files(module));
    }

    private BuiltFiles files(BuildModule module) {
        return new BuiltFiles(names, limits, module);
    }
}
