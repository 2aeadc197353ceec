package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ClassTexts;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What runs in the containers of workloads. */
final class Programs {

    private final Application application;
    private final List<ParsedModule> modules;
    private final RouteInputs inputs;
    private final ModuleChoice choice;
    private final List<BuildModule> nobodys;

    Programs(Application application, List<ParsedModule> modules, RouteInputs inputs) {
        this.application = application;
        this.modules = modules;
        this.inputs = inputs;
        this.choice = new ModuleChoice(modules);
        Set<String> called = new TreeSet<>();
        for (Workload workload : application.workloads()) {
            workload.pod().containers().forEach(container -> called.addAll(CalledNames.of(workload, container)));
        }
        this.nobodys = modules.stream()
                .filter(module -> module.names().stream().noneMatch(called::contains))
                .map(ParsedModule::module)
                .filter(module -> module.libraries().isEmpty())
                .toList();
    }

    /** Modules of which nobody knows who takes them along, and that no workload is called like: they may be libraries of any. */
    List<BuildModule> nobodys() {
        return nobodys;
    }

    /** What runs in each container of a workload while it serves. */
    List<Program> of(Workload workload) {
        return workload.pod().containers().stream()
                .filter(container -> !container.init())
                .map(container -> new Program(container, routes(workload, container)))
                .toList();
    }

    private List<ModuleRoutes> routes(Workload workload, Container container) {
        Environment environment = new Environment(application, workload, container);
        return choice.of(workload, container).stream()
                .map(module -> new ModuleRoutes(module, inputs, environment))
                .toList();
    }

    /**
     * The classes that may run in some programs: those of their modules and of the libraries of these, and those of modules that may be
     * libraries of any.
     */
    List<ClassTexts> code(List<Program> programs) {
        List<BuildModule> all = modules.stream().map(ParsedModule::module).toList();
        Stream<BuildModule> own = programs.stream()
                .flatMap(program -> program.modules().stream())
                .flatMap(module -> module.module().program(all).stream());
        return Stream.concat(own, nobodys.stream())
                .flatMap(module -> module.classes().stream())
                .toList();
    }
}
