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
     * What the classes of a module tell of routes, with those of its libraries, which run in the same program.
     *
     * @param configuration the values of its configuration by key, as its container has them: profiles and variables decide about these
     */
    public CodeRoutes of(BuildModule module, Map<String, String> configuration) {
        List<BuildModule> program = module.program(modules);
        ClassIndex all = program.size() == 1
                ? indexOf(module)
                : ClassIndex.joined(program.stream().map(this::indexOf).toList());
        GrpcDeclarations declarations = new GrpcDeclarations(files(module));
        if (all.isEmpty()) {
            return withoutClasses(module, all, declarations);
        }
        VisibleClasses classes = new VisibleClasses(all, () -> others(program));
        Configuration values = new Configuration(configuration);
        Findings served =
                new ServedScan(classes, values, new GrpcCatalogue(classes, declarations::services)).findings();
        for (BuildModule each : program) {
            files(each).staticFolders().forEach(folder -> served.unclear("static resources in " + folder));
        }
        files(module)
                .webApplication()
                .ifPresent(folder -> served.unclear("files and servlets of " + folder
                        + ", and the context root that a server puts before the paths of the module"));
        String source = "classes of module " + module.name() + (program.size() == 1 ? "" : " and its libraries");
        return codeRoutes(source, served, all, declarations, clients(module, values, declarations))
                .from(new RouteSource(RouteSource.Kind.CLASSES, module.name()));
    }

    /** Of the clients in libraries only those that the module's own code names. */
    private List<ClientRoutes> clients(BuildModule module, Configuration values, GrpcDeclarations declarations) {
        VisibleClasses classes = new VisibleClasses(indexOf(module), () -> others(List.of(module)));
        return new ClientScan(classes, values, new GrpcCatalogue(classes, declarations::services)).clients();
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

    private List<ClassIndex> others(List<BuildModule> program) {
        return modules.stream()
                .filter(each -> isNone(program, each))
                .map(this::indexOf)
                .toList();
    }

    private static boolean isNone(List<BuildModule> program, BuildModule module) {
        return program.stream().noneMatch(each -> each == module);
    }

    private ClassIndex indexOf(BuildModule module) {
        return indices.computeIfAbsent(module, each -> new ClassIndex(files(each)));
    }

    private BuiltFiles files(BuildModule module) {
        return new BuiltFiles(names, limits, module);
    }
}
