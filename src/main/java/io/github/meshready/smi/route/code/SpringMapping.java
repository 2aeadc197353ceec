package io.github.meshready.smi.route.code;

import java.util.List;
import java.util.Set;

/**
 * What {@code @RequestMapping}, {@code @HttpExchange} or an annotation made of them says.
 *
 * @param paths the paths as they are written; none means the empty one
 * @param methods the methods; none means any
 */
record SpringMapping(List<String> paths, Set<String> methods) {

    static final SpringMapping NONE = new SpringMapping(List.of(), Set.of());

    SpringMapping {
        paths = paths.isEmpty() ? List.of("") : List.copyOf(paths);
        methods = Set.copyOf(methods);
    }
}
