package io.github.meshready.smi.app;

import java.util.List;

/**
 * A container of a pod.
 *
 * @param name its name, possibly empty
 * @param image its image, possibly empty
 * @param init whether it is an init container
 * @param env its environment variables with a literal value
 * @param arguments its command and arguments, in order
 * @param ports the ports that it declares
 */
public record Container(
        String name,
        String image,
        boolean init,
        List<EnvVar> env,
        List<Argument> arguments,
        List<ContainerPort> ports) {

    public Container {
        env = List.copyOf(env);
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
    }
}
