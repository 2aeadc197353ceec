package io.github.meshready.smi.route.code;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * Looks once at all that routes are read from. Jandex takes some signatures and annotations in that it cannot tell later on, and throws what
 * comes then: better here, where the file is known, than in the middle of a scan.
 */
final class SoundClass {

    private SoundClass() {}

    /**
     * Returns the class, looked at.
     *
     * @throws RuntimeException of any kind, if something in it cannot be told
     */
    static ClassInfo of(ClassInfo type) {
        List<Type> types = new ArrayList<>(type.interfaceTypes());
        types.addAll(type.typeParameters());
        Stream.ofNullable(type.superClassType()).forEach(types::add);
        type.declaredAnnotations().forEach(SoundClass::look);
        for (MethodInfo method : type.methods()) {
            types.add(method.returnType());
            types.addAll(method.parameterTypes());
            types.addAll(method.typeParameters());
            method.annotations().forEach(SoundClass::look);
            Stream.ofNullable(method.defaultValue()).forEach(Elements::texts);
        }
        for (FieldInfo field : type.fields()) {
            types.add(field.type());
            field.declaredAnnotations().forEach(SoundClass::look);
        }
        types.forEach(SoundClass::look);
        return type;
    }

    private static void look(AnnotationInstance annotation) {
        annotation.values().forEach(value -> {
            Elements.texts(value);
            Elements.nested(annotation, value.name()).forEach(SoundClass::look);
        });
    }

    private static void look(Type type) {
        type.name();
        switch (type.kind()) {
            case ARRAY -> look(type.asArrayType().elementType());
            case PARAMETERIZED_TYPE -> type.asParameterizedType().arguments().forEach(SoundClass::look);
            // Bounds may lead back to the variable: one step is all that is asked for later.
            case TYPE_VARIABLE -> type.asTypeVariable().bounds().forEach(Type::name);
            default -> {
                // has no parts
            }
        }
    }
}
