package io.github.meshready.smi.module;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The constants of a class file (Java Virtual Machine Specification, 4.4). */
final class ConstantPool {

    private static final int UTF8 = 1;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;
    private static final int CLASS = 7;
    private static final int STRING = 8;
    private static final int FIELD = 9;
    private static final int METHOD = 10;
    private static final int INTERFACE_METHOD = 11;
    private static final int NAME_AND_TYPE = 12;
    private static final int METHOD_HANDLE = 15;
    private static final int METHOD_TYPE = 16;
    private static final int MODULE = 19;
    private static final int PACKAGE = 20;

    private final int[] kinds;
    private final String[] utf8;
    private final int[] first;
    private final int[] second;

    /**
     * A method that code of the class names.
     *
     * @param owner the class that it is looked for in, as Java writes its name
     * @param name its name
     */
    record Method(String owner, String name) {}

    /** Reads it from where it begins, right behind the version. */
    ConstantPool(DataInputStream in) throws IOException {
        int count = in.readUnsignedShort();
        kinds = new int[count];
        utf8 = new String[count];
        first = new int[count];
        second = new int[count];
        for (int i = 1; i < count; i++) {
            kinds[i] = in.readUnsignedByte();
            switch (kinds[i]) {
                case UTF8 -> utf8[i] = in.readUTF();
                case LONG, DOUBLE -> {
                    in.skipNBytes(8);
                    i++; // takes two places
                }
                case METHOD_HANDLE -> in.skipNBytes(3);
                case CLASS, STRING, METHOD_TYPE, MODULE, PACKAGE -> first[i] = in.readUnsignedShort();
                default -> {
                    first[i] = in.readUnsignedShort();
                    second[i] = in.readUnsignedShort();
                }
            }
        }
    }

    String text(int index) throws IOException {
        if (utf8[index] == null) {
            throw new IOException("no text at constant " + index);
        }
        return utf8[index];
    }

    /** The name of a class as Java writes it, {@code shop.Books$Page}; of an array as its descriptor. */
    String className(int index) throws IOException {
        return text(first[index]).replace('/', '.');
    }

    /** The string constants. */
    List<String> strings() throws IOException {
        List<String> strings = new ArrayList<>();
        for (int index : of(STRING)) {
            strings.add(text(first[index]));
        }
        return strings;
    }

    /** All texts that anything in the class is made of: names, types, string constants. */
    List<String> texts() {
        return of(UTF8).stream().map(index -> utf8[index]).toList();
    }

    /** The classes that code of the class names. */
    List<String> classNames() throws IOException {
        return classNames(Set.of());
    }

    /** The same without some of the constants. */
    List<String> classNames(Set<Integer> without) throws IOException {
        List<String> names = new ArrayList<>();
        for (int index : of(CLASS)) {
            if (!without.contains(index)) {
                names.add(className(index));
            }
        }
        return names;
    }

    /** The classes whose fields and methods code of the class uses. */
    Set<String> owners() throws IOException {
        Set<String> owners = new TreeSet<>();
        for (int kind : List.of(FIELD, METHOD, INTERFACE_METHOD)) {
            for (int index : of(kind)) {
                owners.add(className(first[index]));
            }
        }
        return owners;
    }

    /** The methods that code of the class calls or refers to. */
    List<Method> methods() throws IOException {
        List<Integer> indices = of(METHOD);
        indices.addAll(of(INTERFACE_METHOD));
        List<Method> methods = new ArrayList<>();
        for (int index : indices) {
            if (kinds[second[index]] != NAME_AND_TYPE) {
                throw new IOException("no name at constant " + second[index]);
            }
            methods.add(new Method(className(first[index]), text(first[second[index]])));
        }
        return methods;
    }

    private List<Integer> of(int kind) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 1; i < kinds.length; i++) {
            if (kinds[i] == kind) {
                indices.add(i);
            }
        }
        return indices;
    }
}
