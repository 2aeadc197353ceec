package io.github.meshready.smi.route.code;

import io.github.meshready.smi.module.BuiltFiles;
import io.github.meshready.smi.module.ClassOutline;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.Index;

/**
 * The classes of one module, or of several, by name. Each is indexed for itself, so that a file that is broken takes nothing along; nothing is loaded,
 * and nothing of Jandex is needed where there is no class.
 */
final class ClassIndex {

    /** What code uses of these says nothing about routes. */
    private static final List<String> PLATFORM = List.of("java.", "kotlin.", "scala.", "[");

    private final SortedMap<String, ClassInfo> classes = new TreeMap<>();
    private final SortedMap<String, SortedSet<String>> calls = new TreeMap<>();
    private final SortedSet<String> used = new TreeSet<>();
    private final List<String> unread = new ArrayList<>();
    private int release;

    ClassIndex(BuiltFiles files) {
        files.classes(this::read, (path, why) -> unread.add(path + ", which was not read: " + why));
    }

    private ClassIndex() {}

    /** The classes of several modules; of two classes of one name, that of the first counts. */
    static ClassIndex joined(List<ClassIndex> indices) {
        ClassIndex joined = new ClassIndex();
        for (ClassIndex each : indices) {
            each.classes.forEach(joined.classes::putIfAbsent);
            each.calls.forEach((owner, methods) ->
                    joined.calls.computeIfAbsent(owner, key -> new TreeSet<>()).addAll(methods));
            joined.used.addAll(each.used);
            joined.unread.addAll(each.unread);
            joined.release = Math.max(joined.release, each.release);
        }
        return joined;
    }

    private void read(String path, byte[] bytes) {
        try {
            ClassOutline outline = ClassOutline.read(bytes);
            if (outline.enclosing().contains(outline.name())) {
                throw new IOException("it says to lie in itself"); // Jandex would look for its outermost class for ever
            }
            ClassInfo type = SoundClass.of(Index.singleClass(bytes));
            if (classes.putIfAbsent(outline.name(), type) == null) {
                release = Math.max(release, outline.release());
                outline.used().stream().filter(ClassIndex::tells).forEach(used::add);
                if (!isGenerated(type)) {
                    calls(outline);
                }
            }
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Jandex has no one exception for what is no class file; any is reported, with the file.
            unread.add(path + ", which is not a class file as the Java Virtual Machine Specification has it");
        }
    }

    /** Quarkus generates classes that hand all calls of a gRPC service on. */
    private static boolean isGenerated(ClassInfo type) {
        return type.interfaceNames().stream().anyMatch(name -> name.toString().startsWith("io.quarkus.grpc.Mutiny"))
                && !type.isInterface();
    }

    /** What generated code calls in itself, and in what it is wrapped around, is no use of it. */
    private void calls(ClassOutline outline) {
        String caller = outermost(outline.name());
        outline.calls().forEach((owner, methods) -> {
            if (tells(owner) && !GrpcNames.areOfOneService(caller, outermost(owner))) {
                calls.computeIfAbsent(owner, key -> new TreeSet<>()).addAll(methods);
            }
        });
    }

    private static boolean tells(String type) {
        return PLATFORM.stream().noneMatch(type::startsWith);
    }

    private static String outermost(String type) {
        int nested = type.indexOf('$');
        return nested < 0 ? type : type.substring(0, nested);
    }

    Optional<ClassInfo> find(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    boolean isEmpty() {
        return classes.isEmpty();
    }

    /** All classes, by their names. */
    Collection<ClassInfo> all() {
        return classes.values();
    }

    /** The classes that code of the module names, its own among them. */
    SortedSet<String> used() {
        return used;
    }

    /** The methods that code of the module calls, by their classes; not those that a class calls in itself or in what lies in it. */
    SortedMap<String, SortedSet<String>> calls() {
        return calls;
    }

    /** The newest release of Java that a class is compiled for; 0 if there is none. */
    int release() {
        return release;
    }

    /** The files that could not be read, in words. */
    List<String> unread() {
        return unread;
    }
}
