package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.policy.HttpRouteGroup;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.region.Regions;
import io.github.meshready.smi.route.region.RouteMatch;
import io.github.meshready.smi.verify.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Works out which matches are wider than the routes that they stand for. Manifests do not say that, so the routes are divided once more as
 * for policies that are written, and what had to be widened is looked for among the matches that are there, whoever wrote them.
 */
final class Widenings {

    private static final ObjectName SERVER = new ObjectName("", "");

    private final Facts facts;
    private final Map<ObjectName, SortedMap<ObjectName, Set<Call>>> calls = new HashMap<>();
    private final Map<ObjectName, List<WidenedMatch>> known = new HashMap<>();

    Widenings(Facts facts) {
        this.facts = facts;
        for (Call call : facts.graph().calls()) {
            if (call.protocol().isHttp()) {
                Connection connection = new Connection(call.source(), call.service(), call.port(), call.toPods());
                CalledEnd.of(connection, facts.mesh())
                        .forEach(end -> calls.computeIfAbsent(end.workload().account(), key -> new TreeMap<>())
                                .computeIfAbsent(call.source().account(), key -> new LinkedHashSet<>())
                                .add(call));
            }
        }
    }

    /** The wider matches of an account, in the order of its policies; none if not all of its routes are known. */
    List<WidenedMatch> of(ObjectName account) {
        return known.computeIfAbsent(account, this::find);
    }

    private List<WidenedMatch> find(ObjectName account) {
        List<Route> written =
                facts.mesh().destination(account).map(policy -> policy.routes()).orElse(List.of());
        Optional<List<HttpRoute>> served =
                facts.graph().routes().served(facts.mesh().runningAs().getOrDefault(account, List.of()));
        if (written.isEmpty() || served.isEmpty()) {
            return List.of();
        }
        SortedMap<ObjectName, List<HttpRoute>> wanted = new TreeMap<>();
        wanted.put(SERVER, served.get());
        calls.getOrDefault(account, new TreeMap<>())
                .forEach((source, ofSource) -> wanted.put(source, used(ofSource, served.get())));
        List<WidenedMatch> found = new ArrayList<>();
        for (RouteMatch<ObjectName> match : Regions.of(wanted, facts.dialect()).matches()) {
            if (!match.widened().isEmpty()) {
                written.stream()
                        .map(Route::match)
                        .filter(each -> isSame(each, match))
                        .forEach(each -> found.add(new WidenedMatch(group(each), each, match.widened())));
            }
        }
        return found;
    }

    private HttpRouteGroup group(HttpMatch match) {
        return facts.policies().groups().values().stream()
                .filter(group -> group.matches().contains(match))
                .findFirst()
                .orElseThrow();
    }

    /** What a caller uses; all, if of one of its calls nothing tells that. */
    private List<HttpRoute> used(Set<Call> calls, List<HttpRoute> all) {
        List<HttpRoute> used = new ArrayList<>();
        for (Call call : calls) {
            Optional<UsedRoutes> ofCall = facts.graph().routes().used(call);
            if (ofCall.isEmpty()) {
                return all;
            }
            used.addAll(ofCall.get().routes());
        }
        return used;
    }

    private static boolean isSame(HttpMatch written, RouteMatch<ObjectName> match) {
        return written.effectivePath().equals(match.pathRegex())
                && written.headers().all().equals(match.headers())
                && (match.methods().contains(HttpMatch.ANY_METHOD)
                        || written.methods().stream().anyMatch(match.methods()::contains));
    }
}
