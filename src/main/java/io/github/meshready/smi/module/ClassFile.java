package io.github.meshready.smi.module;

import io.github.meshready.smi.module.BuildModule.CodeText;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the texts out of a compiled class: its string constants, and the texts of annotations that name what it calls.
 * The class is not loaded (Java Virtual Machine Specification, chapter 4).
 */
final class ClassFile {

    private static final int MAGIC = 0xCAFEBABE;
    private static final int UTF8 = 1;
    private static final int STRING = 8;
    private static final int LONG = 5;
    private static final int DOUBLE = 6;

    /** The annotations of clients, by the end of their type's name. */
    private static final List<String> CLIENTS = List.of(
            "/FeignClient;",
            "/RegisterRestClient;",
            "/HttpExchange;",
            "/Value;",
            "/ConfigProperty;",
            "/LoadBalancerClient;",
            "/GrpcClient;");

    private final String path;
    private final DataInputStream in;
    private final List<CodeText> texts = new ArrayList<>();
    private String[] utf8;

    private ClassFile(String path, byte[] bytes) {
        this.path = path;
        this.in = new DataInputStream(new ByteArrayInputStream(bytes));
    }

    /**
     * The texts of a class.
     *
     * @param path the class file as people know it
     * @return none if it is no class file
     */
    static List<CodeText> texts(String path, byte[] bytes) {
        try {
            return new ClassFile(path, bytes).read();
        } catch (IOException | IndexOutOfBoundsException e) {
            return List.of(); // cut off, or of a kind that is not known: the build has its own words for that
        }
    }

    private List<CodeText> read() throws IOException {
        if (in.readInt() != MAGIC) {
            return List.of();
        }
        in.readInt(); // version
        List<Integer> strings = constants();
        for (int index : strings) {
            texts.add(new CodeText(path, "", utf8[index]));
        }
        skip(6); // access, this class, its parent
        skip(2 * in.readUnsignedShort()); // interfaces
        members();
        members();
        attributes();
        return texts;
    }

    /** Reads the constant pool and returns where the texts of string constants stand. */
    private List<Integer> constants() throws IOException {
        List<Integer> strings = new ArrayList<>();
        int count = in.readUnsignedShort();
        utf8 = new String[count];
        for (int i = 1; i < count; i++) {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case UTF8 -> utf8[i] = in.readUTF();
                case STRING -> strings.add(in.readUnsignedShort());
                case LONG, DOUBLE -> {
                    skip(8);
                    i++; // takes two places
                }
                case 15 -> skip(3);
                case 7, 16, 19, 20 -> skip(2);
                default -> skip(4);
            }
        }
        return strings;
    }

    private void members() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            skip(6); // access, name, type
            attributes();
        }
    }

    private void attributes() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            String name = utf8[in.readUnsignedShort()];
            int length = in.readInt();
            switch (name) {
                case "RuntimeVisibleAnnotations" -> annotations();
                case "RuntimeVisibleParameterAnnotations" -> {
                    for (int parameters = in.readUnsignedByte(); parameters > 0; parameters--) {
                        annotations();
                    }
                }
                default -> skip(length);
            }
        }
    }

    private void annotations() throws IOException {
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            annotation();
        }
    }

    private void annotation() throws IOException {
        String type = utf8[in.readUnsignedShort()];
        Optional<String> client = CLIENTS.stream()
                .filter(type::endsWith)
                .map(end -> "@" + end.substring(1, end.length() - 1))
                .findFirst();
        for (int count = in.readUnsignedShort(); count > 0; count--) {
            value(client.map(name -> name + " "), utf8[in.readUnsignedShort()]);
        }
    }

    /** @param client the annotation, if it is one of those that are kept */
    private void value(Optional<String> client, String element) throws IOException {
        switch (in.readUnsignedByte()) {
            case 's' -> {
                String text = utf8[in.readUnsignedShort()];
                client.ifPresent(name -> texts.add(new CodeText(path, name + element, text)));
            }
            case 'e' -> skip(4);
            case '@' -> annotation();
            case '[' -> {
                for (int count = in.readUnsignedShort(); count > 0; count--) {
                    value(client, element);
                }
            }
            default -> skip(2);
        }
    }

    private void skip(int bytes) throws IOException {
        in.skipNBytes(bytes);
    }
}
