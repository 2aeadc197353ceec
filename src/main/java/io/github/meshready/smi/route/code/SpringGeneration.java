package io.github.meshready.smi.route.code;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.ClassInfo;

/**
 * Which Spring a module is written for, as far as its classes show. Spring 6 came with the packages of Jakarta EE 9, and took no path
 * with a slash at its end for the one without any more (Spring Framework 6.0, upgrade notes).
 */
enum SpringGeneration {
    /** Up to 5: packages {@code javax}. */
    JAVAX,
    /** From 6 on: packages {@code jakarta}. */
    JAKARTA,
    UNKNOWN;

    private static final List<String> PACKAGES = List.of("servlet.", "validation.", "persistence.");

    /** Spring 6 needs Java 17, and hardly anybody compiled for that who stayed with Spring 5. */
    private static final int FIRST_OF_JAKARTA = 17;

    static SpringGeneration of(VisibleClasses classes) {
        boolean jakarta = uses("jakarta.", classes);
        boolean recent = classes.own().release() >= FIRST_OF_JAKARTA;
        return jakarta ? JAKARTA : uses("javax.", classes) ? JAVAX : recent ? JAKARTA : UNKNOWN;
    }

    private static boolean uses(String platform, VisibleClasses classes) {
        Collection<ClassInfo> all = classes.all();
        Stream<String> annotations = all.stream()
                .flatMap(type -> type.annotationsMap().keySet().stream())
                .map(Object::toString);
        return Stream.concat(annotations, classes.own().used().stream())
                .anyMatch(name -> PACKAGES.stream().anyMatch(each -> name.startsWith(platform + each)));
    }
}
