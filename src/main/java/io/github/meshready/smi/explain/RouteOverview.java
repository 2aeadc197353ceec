package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.policy.HttpMatch;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.verify.Facts;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What is known of HTTP routes, Service by Service. */
public final class RouteOverview {

    /** By path, then by everything else. */
    public static final Comparator<HttpRoute> BY_PATH = Comparator.comparing(
                    (HttpRoute route) -> route.path().text())
            .thenComparing(HttpRoute::described)
            .thenComparing(route -> route.headers().toString())
            .thenComparing(HttpRoute::name)
            .thenComparing(route -> route.place().text());

    private final Facts facts;
    private final Widenings widenings;
    private final Map<ObjectName, List<Workload>> untold;

    public RouteOverview(Facts facts) {
        this.facts = facts;
        this.widenings = new Widenings(facts);
        this.untold = facts.application().workloads().stream()
                .filter(workload -> facts.graph().routes().served(workload).isEmpty())
                .collect(Collectors.groupingBy(Workload::account));
    }

    /** The Services that speak HTTP on some port and have pods, by name. */
    public List<ServiceRoutes> services() {
        return facts.application().services().stream()
                .sorted(Comparator.comparing(Service::name))
                .flatMap(service -> of(service).stream())
                .toList();
    }

    /** What is known of a Service; empty if it speaks no HTTP or has no pods. */
    public Optional<ServiceRoutes> of(Service service) {
        List<Workload> behind = facts.application().selectedBy(service);
        boolean isHttp = service.tcpPorts().stream()
                .anyMatch(
                        port -> facts.graph().protocol(service, port).protocol().isHttp());
        return isHttp && !behind.isEmpty() ? Optional.of(of(service, behind)) : Optional.empty();
    }

    private ServiceRoutes of(Service service, List<Workload> behind) {
        RouteBook book = facts.graph().routes();
        List<ServedRoutes> served = behind.stream()
                .flatMap(workload -> book.served(workload).stream())
                .toList();
        List<HttpRoute> routes = served.stream()
                .flatMap(each -> each.routes().stream())
                .distinct()
                .sorted(BY_PATH)
                .toList();
        SortedSet<RouteSource> sources =
                routes.stream().map(route -> route.place().source()).collect(Collectors.toCollection(TreeSet::new));
        SortedSet<String> uncovered = served.stream()
                .flatMap(each -> each.uncovered().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        SortedSet<ObjectName> accounts =
                behind.stream().map(Workload::account).collect(Collectors.toCollection(TreeSet::new));
        return new ServiceRoutes(
                service,
                List.copyOf(sources),
                routes,
                List.copyOf(uncovered),
                accounts.stream()
                        .flatMap(account -> untold.getOrDefault(account, List.of()).stream())
                        .sorted(Comparator.comparing(Workload::id))
                        .toList(),
                accounts.stream().anyMatch(this::hasEveryPath),
                accounts.stream()
                        .flatMap(account -> widenings.of(account).stream())
                        .toList());
    }

    private boolean hasEveryPath(ObjectName account) {
        return facts.mesh().destination(account).stream()
                .flatMap(policy -> policy.routes().stream())
                .map(Route::match)
                .anyMatch(match -> match.effectivePath().equals(HttpMatch.ANY_PATH)
                        && match.headers().items().isEmpty());
    }
}
