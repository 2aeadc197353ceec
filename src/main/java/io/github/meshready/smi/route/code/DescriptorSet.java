package io.github.meshready.smi.route.code;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * Reads the services out of a set of descriptors, of which only the names are wanted (Protocol Buffers, encoding; descriptor.proto:
 * FileDescriptorSet.file = 1; FileDescriptorProto.package = 2, service = 6; ServiceDescriptorProto.name = 1, method = 2;
 * MethodDescriptorProto.name = 1).
 */
final class DescriptorSet {

    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int DELIMITED = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;

    private DescriptorSet(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /**
     * The services of a set.
     *
     * @throws IOException if it is none
     */
    static List<GrpcService> services(byte[] file) throws IOException {
        List<GrpcService> services = new ArrayList<>();
        for (DescriptorSet each : new DescriptorSet(file, 0, file.length).fields(1)) {
            String prefix = each.text(2);
            for (DescriptorSet service : each.fields(6)) {
                TreeSet<String> methods = new TreeSet<>();
                for (DescriptorSet method : service.fields(2)) {
                    methods.add(method.text(1));
                }
                services.add(new GrpcService((prefix.isEmpty() ? "" : prefix + ".") + service.text(1), methods));
            }
        }
        return services;
    }

    /** The value of a text's field, of several the last; empty where there is none. */
    private String text(int number) throws IOException {
        String text = "";
        for (DescriptorSet field : fields(number)) {
            text = new String(bytes, field.at, field.end - field.at, StandardCharsets.UTF_8);
        }
        return text;
    }

    /** The fields of one number that have a length. */
    private List<DescriptorSet> fields(int number) throws IOException {
        List<DescriptorSet> fields = new ArrayList<>();
        DescriptorSet reader = new DescriptorSet(bytes, at, end);
        while (reader.at < end) {
            long tag = reader.varint();
            switch ((int) (tag & 7)) {
                case VARINT -> reader.varint();
                case FIXED64 -> reader.skip(8);
                case FIXED32 -> reader.skip(4);
                case DELIMITED -> {
                    long length = reader.varint();
                    int start = reader.at;
                    reader.skip(length);
                    if (tag >>> 3 == number) {
                        fields.add(new DescriptorSet(bytes, start, reader.at));
                    }
                }
                default -> throw new IOException("no field at byte " + reader.at);
            }
        }
        return fields;
    }

    private void skip(long count) throws IOException {
        if (count < 0 || count > end - at) {
            throw new IOException("cut off at byte " + at);
        }
        at += (int) count;
    }

    private long varint() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            if (at >= end) {
                throw new IOException("cut off at byte " + at);
            }
            byte next = bytes[at++];
            value |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IOException("no number at byte " + at);
    }
}
