package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Resolves host names as a pod's resolver would (Kubernetes DNS specification, search list of the pod's namespace):
 * {@code svc}, {@code svc.ns}, {@code svc.ns.svc}, {@code svc.ns.svc.cluster.local}, and a pod's name in front of each.
 */
final class NameResolver {

    private static final String CLUSTER_DOMAIN = ".cluster.local";
    private static final String SERVICE_DOMAIN = ".svc";

    private final Application application;
    private final Set<String> namespaces = new TreeSet<>();

    NameResolver(Application application) {
        this.application = application;
        application.objects().forEach(object -> {
            if (!object.namespace().isEmpty()) {
                namespaces.add(object.namespace());
            }
        });
    }

    /**
     * Resolves a name.
     *
     * @param host in lower case, without a trailing dot
     * @param namespace the caller's namespace
     */
    Resolution resolve(String host, String namespace) {
        if (host.equals("localhost") || host.endsWith(".localhost") || host.startsWith("localhost.")) {
            return new Resolution.Loopback();
        }
        String name = withoutSuffix(host, CLUSTER_DOMAIN);
        boolean inCluster = name.endsWith(SERVICE_DOMAIN) && name.indexOf('.') != name.length() - 4
                || name.length() < host.length();
        List<String> parts = List.of(withoutSuffix(name, SERVICE_DOMAIN).split("\\."));
        return switch (parts.size()) {
            case 1 ->
                found(namespace, parts.get(0))
                        .orElseGet(() -> new Resolution.NoSuchService(new ObjectName(namespace, parts.get(0))));
            case 2 -> two(parts.get(0), parts.get(1), namespace, inCluster);
            case 3 ->
                headless(parts.get(2), parts.get(1)).orElseGet(() -> unknown(parts.get(2), parts.get(1), inCluster));
            default -> new Resolution.External();
        };
    }

    private static String withoutSuffix(String host, String suffix) {
        return host.endsWith(suffix) ? host.substring(0, host.length() - suffix.length()) : host;
    }

    /** {@code svc.ns}, else {@code pod.svc} in the caller's namespace. */
    private Resolution two(String first, String second, String namespace, boolean inCluster) {
        return found(second, first)
                .or(() -> headless(namespace, second))
                .orElseGet(() -> unknown(second, first, inCluster));
    }

    private Resolution unknown(String namespace, String service, boolean inCluster) {
        return inCluster || namespaces.contains(namespace)
                ? new Resolution.NoSuchService(new ObjectName(namespace, service))
                : new Resolution.External();
    }

    private Optional<Resolution> found(String namespace, String service) {
        return application
                .service(new ObjectName(namespace, service))
                .map(found -> new Resolution.Found(application.followed(found), false));
    }

    /** Only the pods of a headless Service have names of their own. */
    private Optional<Resolution> headless(String namespace, String service) {
        return application
                .service(new ObjectName(namespace, service))
                .filter(Service::headless)
                .map(found -> new Resolution.Found(found, true));
    }
}
