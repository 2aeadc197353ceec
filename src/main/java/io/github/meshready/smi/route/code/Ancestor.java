package io.github.meshready.smi.route.code;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * A class as one of its descendants inherits from it, or that itself.
 *
 * @param type the class
 * @param variables what its type variables stand for in the descendant, erased
 * @param interfaces its interfaces
 * @param superclass the class above it; nothing above what the build has
 */
record Ancestor(
        ClassInfo type, Map<String, String> variables, List<Ancestor> interfaces, Optional<Ancestor> superclass) {

    private static final String OBJECT = "java.lang.Object";

    /** Its own methods that are written in the source, by their erased signatures in the descendant, in the order of the class file. */
    Map<String, MethodInfo> methods() {
        Map<String, MethodInfo> methods = new LinkedHashMap<>();
        for (MethodInfo method : type.methodsInDeclarationOrder()) {
            boolean written = !method.isSynthetic()
                    && !method.isBridge()
                    && !method.name().startsWith("<");
            if (written) {
                methods.putIfAbsent(signature(method), method);
            }
        }
        return methods;
    }

    private String signature(MethodInfo method) {
        List<String> parameters = new ArrayList<>();
        method.parameterTypes().forEach(parameter -> parameters.add(erased(parameter, method)));
        return method.name() + parameters;
    }

    /** The class that a method's return type is in the descendant. */
    String returned(MethodInfo method) {
        return erased(method.returnType(), method);
    }

    private String erased(Type type, MethodInfo method) {
        return switch (type.kind()) {
            case ARRAY ->
                erased(type.asArrayType().elementType(), method)
                        + "[]".repeat(type.asArrayType().deepDimensions());
            case TYPE_VARIABLE -> {
                String name = type.asTypeVariable().identifier();
                boolean own = method.typeParameters().stream()
                        .anyMatch(parameter -> parameter.identifier().equals(name));
                String known = own ? null : variables.get(name);
                yield known != null ? known : bound(type);
            }
            case TYPE_VARIABLE_REFERENCE ->
                variables.getOrDefault(type.asTypeVariableReference().identifier(), OBJECT);
            case UNRESOLVED_TYPE_VARIABLE ->
                variables.getOrDefault(type.asUnresolvedTypeVariable().identifier(), OBJECT);
            default -> type.name().toString();
        };
    }

    /** What a type variable of its own stands for in general: its first bound. */
    static String bound(Type variable) {
        List<Type> bounds = variable.asTypeVariable().bounds();
        return bounds.isEmpty() ? OBJECT : bounds.get(0).name().toString();
    }
}
