package io.github.meshready.smi.route.code;

import io.github.meshready.smi.module.BuiltFiles;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** The gRPC services that a module's sets of descriptors and {@code .proto} files declare. */
final class GrpcDeclarations {

    private final BuiltFiles files;
    private final List<GrpcService> services = new ArrayList<>();
    private final SortedSet<String> unread = new TreeSet<>();
    private boolean read;

    GrpcDeclarations(BuiltFiles files) {
        this.files = files;
    }

    private void descriptors(String path, byte[] bytes) {
        try {
            services.addAll(DescriptorSet.services(bytes));
        } catch (IOException e) {
            unread(path, "it is no set of descriptors");
        }
    }

    private void unread(String path, String why) {
        unread.add("gRPC services in " + path + ", which was not read: " + why);
    }

    /** The services, which are read when they are first asked for. */
    List<GrpcService> services() {
        if (!read) {
            read = true;
            files.descriptorSets(this::descriptors, this::unread);
            files.protos((path, bytes) -> services.addAll(ProtoText.services(bytes)), this::unread);
        }
        return services;
    }

    /** The files that could not be read so far, in words. */
    SortedSet<String> unread() {
        return unread;
    }
}
