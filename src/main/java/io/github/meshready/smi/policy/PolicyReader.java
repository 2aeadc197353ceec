package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Fields;
import io.github.meshready.smi.app.KubeObject;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.manifest.InputException;
import io.github.meshready.smi.manifest.InputProblem;
import io.github.meshready.smi.manifest.MappingNode;
import io.github.meshready.smi.manifest.ScalarNode;
import io.github.meshready.smi.manifest.ScalarType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads policies out of manifests. Whether they make sense is for the rules to say, not for the reader. */
public final class PolicyReader {

    private static final Set<String> GROUPS = Set.of(Smi.ACCESS_GROUP, Smi.SPECS_GROUP, Smi.SPLIT_GROUP);

    private static final Set<String> HARMLESS = Set.of("Retry", "UpstreamTrafficSetting");

    private final Dialect dialect;

    private final List<TrafficTarget> targets = new ArrayList<>();
    private final Map<ObjectName, HttpRouteGroup> groups = new LinkedHashMap<>();
    private final Map<ObjectName, TcpRoute> tcpRoutes = new LinkedHashMap<>();
    private final List<TrafficSplit> splits = new ArrayList<>();
    private final List<IngressBackend> ingressBackends = new ArrayList<>();
    private final List<EgressPolicy> egressPolicies = new ArrayList<>();
    private final List<KubeObject> unserved = new ArrayList<>();

    public PolicyReader(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Reads all policies of an application.
     *
     * @throws InputException naming every policy that has a shape no API server takes
     */
    public PolicySet read(Application application) {
        List<InputProblem> problems = new ArrayList<>();
        SplitReader splitReader = new SplitReader(application);
        for (KubeObject object : application.objects()) {
            try {
                read(object, splitReader);
            } catch (InputException e) {
                problems.addAll(e.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw new InputException(problems);
        }
        return new PolicySet(targets, groups, tcpRoutes, splits, ingressBackends, egressPolicies, unserved);
    }

    private void read(KubeObject object, SplitReader splitReader) {
        String versionedKind = object.apiVersion() + "/" + object.kind();
        switch (versionedKind) {
            case Smi.ACCESS_VERSION + "/" + Smi.TRAFFIC_TARGET -> targets.add(target(object));
            case Smi.SPECS_VERSION + "/" + Smi.HTTP_ROUTE_GROUP -> groups.put(object.objectName(), group(object));
            case Smi.SPECS_VERSION + "/" + Smi.TCP_ROUTE -> tcpRoutes.put(object.objectName(), tcpRoute(object));
            default -> readOthers(object, splitReader);
        }
    }

    /** Kinds whose versions or groups depend on the mesh. */
    private void readOthers(KubeObject object, SplitReader splitReader) {
        if (object.apiVersion().equals(dialect.policyVersion())) {
            switch (object.kind()) {
                case Smi.INGRESS_BACKEND -> ingressBackends.add(OsmPolicyReader.ingressBackend(object));
                case Smi.EGRESS -> egressPolicies.add(OsmPolicyReader.egress(object));
                default -> {
                    // Retry and UpstreamTrafficSetting allow and refuse nothing; FSM has more of such kinds.
                    if (dialect.product() == Dialect.Product.OSM && !HARMLESS.contains(object.kind())) {
                        unserved.add(object);
                    }
                }
            }
        } else if (object.kind().equals(Smi.TRAFFIC_SPLIT)
                && dialect.splitVersions().contains(object.apiVersion())) {
            splits.add(splitReader.read(object));
        } else if (GROUPS.contains(object.group()) || object.group().equals(dialect.group("policy"))) {
            unserved.add(object);
        }
    }

    private static TrafficTarget target(KubeObject object) {
        Optional<Fields> spec = object.fields().mapping("spec");
        if (spec.isEmpty()) {
            return new TrafficTarget(object, Optional.empty(), List.of(), List.of());
        }
        return new TrafficTarget(
                object,
                spec.get().mapping("destination").map(PolicyReader::account),
                spec.get().mappings("sources").stream()
                        .map(PolicyReader::account)
                        .toList(),
                spec.get().mappings("rules").stream().map(PolicyReader::rule).toList());
    }

    static AccountRef account(Fields fields) {
        return new AccountRef(
                fields.text("kind").orElse(""),
                fields.strictText("name").orElseThrow(() -> fields.missing("name")),
                fields.strictText("namespace").orElse(""),
                fields.location());
    }

    private static TargetRule rule(Fields fields) {
        return new TargetRule(
                fields.text("kind").orElse(""),
                fields.strictText("name").orElseThrow(() -> fields.missing("name")),
                fields.scalars("matches").stream().map(ScalarNode::value).toList(),
                fields.location());
    }

    private static HttpRouteGroup group(KubeObject object) {
        List<Fields> matches = object.fields()
                .mapping("spec")
                .map(spec -> spec.mappings("matches"))
                .orElse(List.of());
        return new HttpRouteGroup(
                object, matches.stream().map(PolicyReader::match).toList());
    }

    private static HttpMatch match(Fields fields) {
        return new HttpMatch(
                fields.strictText("name").orElseThrow(() -> fields.missing("name")),
                fields.text("pathRegex"),
                fields.scalars("methods").stream().map(ScalarNode::value).toList(),
                headers(fields),
                fields.location());
    }

    private static Headers headers(Fields match) {
        boolean isMap =
                match.value("headers").filter(MappingNode.class::isInstance).isPresent();
        List<Map<String, String>> items = new ArrayList<>();
        if (isMap) {
            items.add(match.texts("headers"));
        } else {
            match.mappings("headers").forEach(item -> items.add(item.allTexts()));
        }
        return new Headers(items, isMap, match.location("headers"));
    }

    private static TcpRoute tcpRoute(KubeObject object) {
        List<TcpRoute.Port> ports = new ArrayList<>();
        Optional<Fields> matches = object.fields().mapping("spec").flatMap(spec -> spec.mapping("matches"));
        matches.ifPresent(fields -> fields.scalars("ports").forEach(port -> {
            if (port.type() != ScalarType.INTEGER
                    || ScalarType.integerOf(port.value()).isEmpty()) {
                throw fields.wrong("ports", port, "a list of whole numbers");
            }
            ports.add(new TcpRoute.Port(ScalarType.integerOf(port.value()).getAsLong(), object.locate(port)));
        }));
        return new TcpRoute(object, ports);
    }
}
