package io.github.meshready.smi.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Everything that the manifests define, with the questions that later stages ask. */
public final class Application {

    private static final int MAX_ALIASES = 8;

    private final List<KubeObject> objects;
    private final Map<String, List<KubeObject>> byKind;
    private final List<Workload> workloads;
    private final Map<ObjectName, Service> services;
    private final List<Service> allServices;
    private final Map<ObjectName, KubeObject> accounts;
    private final Map<String, Namespace> namespaces;
    private final List<MeshConfig> meshConfigs;
    private final Map<String, ConfigData> configs = new LinkedHashMap<>();
    private final Map<String, List<ConfigData>> configsByNamespace;
    private final List<String> remarks;

    private final PodIndex pods;
    private final Map<Service, List<Workload>> selected = new LinkedHashMap<>();
    private final Map<Workload, List<Service>> serving = new HashMap<>();

    Application(
            List<KubeObject> objects,
            List<Workload> workloads,
            List<Service> services,
            List<KubeObject> accounts,
            List<Namespace> namespaces,
            List<MeshConfig> meshConfigs,
            List<ConfigData> configs,
            List<String> remarks) {
        this.objects = List.copyOf(objects);
        this.byKind = objects.stream().collect(Collectors.groupingBy(KubeObject::kind));
        this.workloads = List.copyOf(workloads);
        this.services = byKey(services, Service::name);
        this.allServices = List.copyOf(this.services.values());
        this.accounts = byKey(accounts, KubeObject::objectName);
        this.namespaces = byKey(namespaces, Namespace::name);
        this.meshConfigs = List.copyOf(meshConfigs);
        this.remarks = List.copyOf(remarks);
        configs.forEach(config -> this.configs.put(key(config.namespace(), config.name()), config));
        this.configsByNamespace = this.configs.values().stream().collect(Collectors.groupingBy(ConfigData::namespace));
        this.pods = new PodIndex(workloads);
        for (Service service : services) {
            List<Workload> behind = pods.matching(service.name().namespace(), service.selector());
            selected.put(service, behind);
            behind.forEach(workload ->
                    serving.computeIfAbsent(workload, key -> new ArrayList<>()).add(service));
        }
    }

    private static <K, V> Map<K, V> byKey(List<V> values, java.util.function.Function<V, K> key) {
        return values.stream().collect(Collectors.toMap(key, value -> value, (one, same) -> one, LinkedHashMap::new));
    }

    /** All objects, in the order of files and documents. */
    public List<KubeObject> objects() {
        return objects;
    }

    /** All objects of one kind. */
    public List<KubeObject> objects(String group, String kind) {
        return byKind.getOrDefault(kind, List.of()).stream()
                .filter(object -> object.is(group, kind))
                .toList();
    }

    public List<Workload> workloads() {
        return workloads;
    }

    public List<Service> services() {
        return allServices;
    }

    public Optional<Service> service(ObjectName name) {
        return Optional.ofNullable(services.get(name));
    }

    /** The Service that an alias names, if it names one; every other Service stands for itself. */
    public Service followed(Service service) {
        Service found = service;
        for (int i = 0; i < MAX_ALIASES && found.isAlias(); i++) {
            List<String> parts = List.of(found.aliasOf().orElse("").split("\\."));
            boolean inCluster = parts.size() > 2 && parts.get(2).equals("svc");
            Optional<Service> next = inCluster ? service(new ObjectName(parts.get(1), parts.get(0))) : Optional.empty();
            if (next.isEmpty()) {
                return service;
            }
            found = next.get();
        }
        return found;
    }

    /** The ServiceAccounts that a manifest defines. */
    public Map<ObjectName, KubeObject> accounts() {
        return accounts;
    }

    public Optional<Namespace> namespace(String name) {
        return Optional.ofNullable(namespaces.get(name));
    }

    /** The MeshConfigs of the name that the mesh reads, one for each namespace that has one. */
    public List<MeshConfig> meshConfigs() {
        return meshConfigs;
    }

    /** What a ConfigMap or Secret of a namespace holds; empty if no manifest defines it. */
    public Optional<ConfigData> config(String namespace, ConfigName name) {
        return Optional.ofNullable(configs.get(key(namespace, name)));
    }

    /** The ConfigMaps and Secrets of a namespace, in order. */
    public List<ConfigData> configs(String namespace) {
        return configsByNamespace.getOrDefault(namespace, List.of());
    }

    private static String key(String namespace, ConfigName name) {
        return namespace + "/" + name;
    }

    /** What was noticed in the manifests and is not in the way, in words. */
    public List<String> remarks() {
        return remarks;
    }

    /** The workloads whose pods a Service selects; none for an empty selector. */
    public List<Workload> selectedBy(Service service) {
        return selected.getOrDefault(service, List.of());
    }

    /** Whether a Service is headless and gives the pods of a StatefulSet their names. */
    public boolean namesPods(Service service) {
        return service.headless()
                && selectedBy(service).stream()
                        .anyMatch(workload -> workload.governingService()
                                .filter(service.name().name()::equals)
                                .isPresent());
    }

    /** The Services that select a workload's pods. */
    public List<Service> servicesOf(Workload workload) {
        return serving.getOrDefault(workload, List.of());
    }
}
