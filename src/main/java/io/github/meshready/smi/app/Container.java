package io.github.meshready.smi.app;

import java.util.List;

/**
 * A container of a pod.
 *
 * @param name its name, possibly empty
 * @param image its image, possibly empty
 * @param init whether it is an init container
 * @param env how it gets its environment variables; of two with one name the later holds
 * @param arguments its command and arguments, in order
 * @param ports the ports that it declares
 * @param mounts files that it is given out of ConfigMaps and Secrets
 */
public record Container(
        String name,
        String image,
        boolean init,
        List<EnvEntry> env,
        List<Argument> arguments,
        List<ContainerPort> ports,
        List<ConfigMount> mounts) {

    public Container {
        env = List.copyOf(env);
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
    }
}
