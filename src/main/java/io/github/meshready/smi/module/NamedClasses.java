package io.github.meshready.smi.module;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which classes a class names anywhere: in its code, as parents, in types of fields, parameters and generics, in annotations. Names are
 * as Java writes them, {@code shop.Books$Page}.
 *
 * @param self the class
 * @param others those that it names, but for those of the platform
 */
public record NamedClasses(String self, SortedSet<String> others) {

    private static final List<String> PLATFORM = List.of("java.", "kotlin.", "scala.", "[");

    /** What a name may not hold (Java Virtual Machine Specification, 4.2.2 and 4.7.9.1), and what stands around types. */
    private static final String AROUND = ".;[<>:()";

    /** What may stand before the type of a class without anything between (4.3.2, 4.7.9.1). */
    private static final String BEFORE = "BCDFIJSZV*+-^";

    public NamedClasses {
        others = Collections.unmodifiableSortedSet(new TreeSet<>(others));
    }

    /**
     * Reads them out of the constants of a class.
     *
     * @param parents its superclass and interfaces
     * @param nested the constants that have to be there because a class lies in another one (4.7.6), whether they are used or not: of
     *     ten clients that lie in one interface, who names one would name all
     */
    static NamedClasses of(ConstantPool pool, String self, List<String> parents, Set<Integer> nested)
            throws IOException {
        SortedSet<String> others = new TreeSet<>(parents);
        others.addAll(pool.classNames(nested));
        others.addAll(pool.owners());
        pool.texts().forEach(text -> types(text, others));
        others.removeIf(name -> PLATFORM.stream().anyMatch(name::startsWith));
        others.remove(self);
        return new NamedClasses(self, others);
    }

    /** The classes in a descriptor or generic signature; of any other text hardly ever something, and then no class is called so. */
    private static void types(String text, Set<String> names) {
        int start = 0;
        for (int end = 0; end < text.length(); end++) {
            char around = text.charAt(end);
            if (AROUND.indexOf(around) >= 0) {
                while (start < end && BEFORE.indexOf(text.charAt(start)) >= 0) {
                    start++;
                }
                if ((around == ';' || around == '<') && start + 1 < end && text.charAt(start) == 'L') {
                    names.add(text.substring(start + 1, end).replace('/', '.'));
                }
                start = end + 1;
            }
        }
    }
}
