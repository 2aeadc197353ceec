package io.github.meshready.smi.module;

import io.github.meshready.smi.module.ConstantPool.Method;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What a class file says of itself and of the classes that its code uses. Names are as Java writes them, {@code shop.Books$Page}.
 *
 * @param name the class
 * @param enclosing the classes that it says to lie in
 * @param used the classes that its code names
 * @param calls the methods that its code names, by their classes
 * @param release the release of Java that it is compiled for, such as 17
 */
public record ClassOutline(
        String name,
        Set<String> enclosing,
        SortedSet<String> used,
        SortedMap<String, SortedSet<String>> calls,
        int release) {

    /** Java 1.1 came with version 45 of class files (Java Virtual Machine Specification, 4.1). */
    private static final int BEFORE_JAVA_1 = 44;

    /**
     * Reads a class file.
     *
     * @throws IOException if it is none, or is cut off
     */
    public static ClassOutline read(byte[] bytes) throws IOException {
        try {
            return read(new DataInputStream(new ByteArrayInputStream(bytes)));
        } catch (IndexOutOfBoundsException e) {
            throw new IOException("a constant that the file does not have", e);
        }
    }

    private static ClassOutline read(DataInputStream in) throws IOException {
        if (in.readInt() != ClassFile.MAGIC) {
            throw new IOException("no class file");
        }
        in.readUnsignedShort(); // minor version
        int release = in.readUnsignedShort() - BEFORE_JAVA_1;
        ConstantPool pool = new ConstantPool(in);
        in.readUnsignedShort(); // access
        int self = in.readUnsignedShort();
        String name = pool.className(self);
        in.readUnsignedShort(); // its parent
        in.skipNBytes(2L * in.readUnsignedShort()); // interfaces
        members(in);
        members(in);
        SortedMap<String, SortedSet<String>> calls = new TreeMap<>();
        for (Method method : pool.methods()) {
            calls.computeIfAbsent(method.owner(), key -> new TreeSet<>()).add(method.name());
        }
        return new ClassOutline(name, enclosing(in, pool, name), new TreeSet<>(pool.classNames()), calls, release);
    }

    private static void members(DataInputStream in) throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            in.skipNBytes(6); // access, name, type
            for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                in.skipNBytes(2);
                in.skipNBytes(in.readInt());
            }
        }
    }

    /** Of the attributes of the class itself those that say where it lies (4.7.6, 4.7.7). */
    private static Set<String> enclosing(DataInputStream in, ConstantPool pool, String name) throws IOException {
        Set<String> enclosing = new TreeSet<>();
        for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
            String attribute = pool.text(in.readUnsignedShort());
            int length = in.readInt();
            switch (attribute) {
                case "InnerClasses" -> {
                    for (int count = in.readUnsignedShort(); count > 0; count--) {
                        int inner = in.readUnsignedShort();
                        int outer = in.readUnsignedShort();
                        in.skipNBytes(4); // simple name, access
                        if (outer != 0 && pool.className(inner).equals(name)) {
                            enclosing.add(pool.className(outer));
                        }
                    }
                }
                case "EnclosingMethod" -> {
                    enclosing.add(pool.className(in.readUnsignedShort()));
                    in.skipNBytes(2); // method
                }
                default -> in.skipNBytes(length);
            }
        }
        return enclosing;
    }
}
