package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Optional;

/** Puts paths of classes and methods together as Spring does (PathPattern.combine, AntPathMatcher.combine). */
final class SpringPaths {

    private SpringPaths() {}

    /** The path of a method below that of its class; nothing where patterns in the class' path make that depend on more. */
    static Optional<String> combined(String ofClass, String ofMethod) {
        if (ofClass.isEmpty() || ofMethod.isEmpty()) {
            return Optional.of(slashed(ofClass + ofMethod));
        }
        if (ofClass.equals("/**")) {
            return Optional.of(slashed(ofMethod)); // it matches the method's path, which then counts alone
        }
        String parent = ofClass.endsWith("/*") ? ofClass.substring(0, ofClass.length() - 2) : ofClass;
        return parent.indexOf('*') >= 0
                ? Optional.empty()
                : Optional.of(slashed(PathText.withoutEnd(parent) + slashed(ofMethod)));
    }

    private static String slashed(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    /** A path below what the server has before all: the empty path is the root, with and without the slash behind it. */
    static List<String> below(String prefix, String path) {
        if (path.isEmpty()) {
            return prefix.isEmpty() ? List.of("/") : List.of(prefix, prefix + "/");
        }
        return List.of(prefix + path);
    }

    /** The path that Spring before version 6 takes as well, with a slash at its end; nothing where it makes no difference. */
    static Optional<String> withSlash(String path) {
        boolean open = path.endsWith("/") || path.endsWith("*") || path.endsWith("*}") || path.contains("{*");
        return open ? Optional.empty() : Optional.of(path + "/");
    }
}
