package io.github.meshready.smi.module;

import io.github.meshready.smi.module.ClassTexts.Annotation;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the texts out of a compiled class: its string constants, and what is written in annotations of clients and of
 * configuration; and which classes it names. The class is not loaded (Java Virtual Machine Specification, chapter 4).
 */
final class ClassFile {

    static final int MAGIC = 0xCAFEBABE;

    /** Annotations in annotations; a compiler writes a handful. */
    private static final int MAX_DEPTH = 32;

    /** Known by their simple names, because each has had several packages. */
    private static final Set<String> KEPT = Set.of(
            "ConfigMapping",
            "ConfigProperties",
            "ConfigProperty",
            "ConfigurationProperties",
            "FeignClient",
            "GrpcClient",
            "HttpExchange",
            "LoadBalancerClient",
            "Property",
            "Client",
            "RegisterRestClient",
            "RibbonClient",
            "Value");

    /** The packages of clients of the Kubernetes API, which people call by them. */
    private static final Set<String> KUBERNETES_CLIENTS = Set.of(
            "io.fabric8.kubernetes.client",
            "io.fabric8.openshift.client",
            "io.kubernetes.client",
            "org.springframework.cloud.kubernetes");

    private final DataInputStream in;
    private final boolean naming;
    private final List<Annotation> annotations = new ArrayList<>();
    private final Set<Integer> nested = new HashSet<>();
    private ConstantPool pool;

    private ClassFile(byte[] bytes, boolean naming) {
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
        this.naming = naming;
    }

    /**
     * The texts of a class.
     *
     * @param path the class file as people know it
     * @return nothing if it has none, or is no class file
     */
    static Optional<ClassTexts> read(String path, byte[] bytes) {
        return read(path, bytes, false).filter(ClassTexts::isTelling);
    }

    /**
     * The texts of a class, none maybe, and which classes it names.
     *
     * @param path the class file as people know it
     * @return nothing if it is no class file
     */
    static Optional<ClassTexts> readNaming(String path, byte[] bytes) {
        return read(path, bytes, true);
    }

    private static Optional<ClassTexts> read(String path, byte[] bytes, boolean naming) {
        try {
            return new ClassFile(bytes, naming).read(path);
        } catch (IOException | IndexOutOfBoundsException e) {
            return Optional.empty(); // cut off, or of a kind that is not known: the build has its own words for that
        }
    }

    private Optional<ClassTexts> read(String path) throws IOException {
        if (in.readInt() != MAGIC) {
            return Optional.empty();
        }
        in.readInt(); // version
        pool = new ConstantPool(in);
        List<String> constants = pool.strings();
        Optional<String> client = kubernetesClient();
        skip(2); // access
        int self = in.readUnsignedShort();
        List<String> parents = parents();
        members();
        members();
        attributes();
        Optional<NamedClasses> names =
                naming ? Optional.of(NamedClasses.of(pool, pool.className(self), parents, nested)) : Optional.empty();
        return Optional.of(new ClassTexts(path, constants, annotations, client, names));
    }

    /** Superclass and interfaces; {@code Object} alone has no superclass. */
    private List<String> parents() throws IOException {
        List<String> parents = new ArrayList<>();
        int parent = in.readUnsignedShort();
        if (parent != 0) {
            parents.add(pool.className(parent));
        }
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            parents.add(pool.className(in.readUnsignedShort()));
        }
        return parents;
    }

    private Optional<String> kubernetesClient() throws IOException {
        List<String> names = pool.classNames();
        return KUBERNETES_CLIENTS.stream()
                .filter(client -> names.stream().anyMatch(name -> name.startsWith(client + ".")))
                .sorted()
                .findFirst();
    }

    private void members() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            skip(6); // access, name, type
            attributes();
        }
    }

    private void attributes() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            String name = text(in.readUnsignedShort());
            int length = in.readInt();
            switch (name) {
                case "RuntimeVisibleAnnotations", "RuntimeInvisibleAnnotations" -> annotations();
                case "RuntimeVisibleParameterAnnotations", "RuntimeInvisibleParameterAnnotations" -> {
                    for (int parameters = in.readUnsignedByte(); parameters > 0; parameters--) {
                        annotations();
                    }
                }
                case "InnerClasses" -> nested();
                default -> skip(length);
            }
        }
    }

    /** The classes that lie in others and those around them (4.7.6). */
    private void nested() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            nested.add(in.readUnsignedShort());
            nested.add(in.readUnsignedShort());
            skip(4); // simple name, access
        }
    }

    private void annotations() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            annotation(0);
        }
    }

    private void annotation(int depth) throws IOException {
        String type = text(in.readUnsignedShort());
        Map<String, String> elements = new HashMap<>();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            String element = text(in.readUnsignedShort());
            value(element, elements, depth);
        }
        String name = type.substring(Math.max(type.lastIndexOf('/'), type.lastIndexOf('$')) + 1)
                .replace(";", "");
        if (KEPT.contains(name)) {
            annotations.add(new Annotation(name, elements));
        }
    }

    private void value(String element, Map<String, String> elements, int depth) throws IOException {
        if (depth > MAX_DEPTH) {
            throw new IOException("annotations nested too deep");
        }
        switch (in.readUnsignedByte()) {
            case 's' -> elements.putIfAbsent(element, text(in.readUnsignedShort()));
            case 'e' -> skip(4);
            case '@' -> annotation(depth + 1);
            case '[' -> {
                for (int count = in.readUnsignedShort(); count > 0; count--) {
                    value(element, elements, depth + 1);
                }
            }
            default -> skip(2);
        }
    }

    private String text(int index) throws IOException {
        return pool.text(index);
    }

    private void skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
    }
}
