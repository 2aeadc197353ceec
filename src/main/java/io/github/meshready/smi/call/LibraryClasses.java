package io.github.meshready.smi.call;

import io.github.meshready.smi.module.BuildModule;
import io.github.meshready.smi.module.ClassTexts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * The classes that a program uses of the modules that it takes along: those that its own classes name, and those that these name. What
 * else lies in such a module says nothing about this program.
 */
final class LibraryClasses {

    private final List<BuildModule> modules;
    private final Map<ParsedModule, List<LibraryClass>> known = new IdentityHashMap<>();

    /**
     * A class of a library.
     *
     * @param library the module that it lies in
     * @param texts what it says
     */
    record LibraryClass(BuildModule library, ClassTexts texts) {

        /** Library and class in words. */
        String described() {
            return "library " + library.name() + ", " + texts.path();
        }
    }

    /** @param modules the modules of the build */
    LibraryClasses(List<ParsedModule> modules) {
        this.modules = modules.stream().map(ParsedModule::module).toList();
    }

    /** The classes that a module uses of its libraries, by their paths. */
    List<LibraryClass> of(ParsedModule module) {
        return known.computeIfAbsent(module, each -> used(each.module()));
    }

    private List<LibraryClass> used(BuildModule module) {
        List<BuildModule> program = module.program(modules);
        if (program.size() == 1) {
            return List.of();
        }
        Map<String, LibraryClass> unused = unused(program);
        List<LibraryClass> used = new ArrayList<>();
        Queue<ClassTexts> naming = new ArrayDeque<>(module.classes());
        while (!naming.isEmpty()) {
            naming.remove()
                    .names()
                    .ifPresent(names -> names.others().forEach(name -> {
                        LibraryClass found = unused.remove(name);
                        if (found != null) {
                            used.add(found);
                            naming.add(found.texts());
                        }
                    }));
        }
        used.sort(Comparator.comparing(each -> each.texts().path()));
        return List.copyOf(used);
    }

    /** The classes of the libraries by name; of several of one name the first on the class path counts, which begins with the module. */
    private static Map<String, LibraryClass> unused(List<BuildModule> program) {
        Map<String, LibraryClass> classes = new HashMap<>();
        for (BuildModule module : program) {
            for (ClassTexts texts : module.classes()) {
                texts.names().ifPresent(names -> classes.putIfAbsent(names.self(), new LibraryClass(module, texts)));
            }
        }
        classes.values().removeIf(each -> each.library() == program.get(0));
        return classes;
    }
}
