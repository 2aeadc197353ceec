package io.github.meshready.smi.app;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

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
 * @param probes what the kubelet asks of it over the network
 * @param hooks the command lines that the kubelet runs in it, as probes and at its start and end
 */
public record Container(
        String name,
        String image,
        boolean init,
        List<EnvEntry> env,
        List<Argument> arguments,
        List<ContainerPort> ports,
        List<ConfigMount> mounts,
        List<Probe> probes,
        List<List<Argument>> hooks) {

    public Container {
        env = List.copyOf(env);
        arguments = List.copyOf(arguments);
        ports = List.copyOf(ports);
        mounts = List.copyOf(mounts);
        probes = List.copyOf(probes);
        hooks = hooks.stream().map(List::copyOf).toList();
    }

    /** The container with these files. */
    Container with(List<ConfigMount> others) {
        return new Container(name, image, init, env, arguments, ports, others, probes, hooks);
    }

    /** The ConfigMaps and Secrets that it is given something of. */
    public Set<ConfigName> configs() {
        Set<ConfigName> configs = new HashSet<>();
        mounts.forEach(mount -> configs.add(mount.source()));
        for (EnvEntry entry : env) {
            if (entry instanceof EnvEntry.Reference reference) {
                configs.add(reference.source());
            } else if (entry instanceof EnvEntry.Import all) {
                configs.add(all.source());
            }
        }
        return configs;
    }
}
