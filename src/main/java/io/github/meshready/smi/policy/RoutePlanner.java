package io.github.meshready.smi.policy;

import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.policy.Grants.Access;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.route.region.Regions;
import io.github.meshready.smi.route.region.RouteMatch;
import io.github.meshready.smi.route.region.RouteSpace;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Plans routes for accounts all of whose workloads tell theirs. What the account serves takes part in the division as if it were one
 * more caller: the matches that it owns together with a caller are what this one gets, so nobody gets a route that nobody serves.
 */
final class RoutePlanner {

    /** Who owns a match: what serves it, or a caller. */
    private record Party(Optional<ObjectName> caller) implements Comparable<Party> {

        static final Party SERVER = new Party(Optional.empty());

        @Override
        public int compareTo(Party other) {
            if (caller.isEmpty() || other.caller.isEmpty()) {
                return Boolean.compare(caller.isPresent(), other.caller.isPresent());
            }
            return caller.get().compareTo(other.caller.get());
        }
    }

    private final Map<ObjectName, List<Workload>> workloads;
    private final RouteBook book;
    private final Dialect dialect;
    private final SortedMap<ObjectName, List<RouteMatch<ObjectName>>> planned = new TreeMap<>();
    private final List<ToldRoutes> told = new ArrayList<>();
    private final Set<String> notes = new LinkedHashSet<>();

    RoutePlanner(AccountPlan accounts, RouteBook book, Dialect dialect) {
        this.workloads = accounts.accountOf().entrySet().stream()
                .collect(Collectors.groupingBy(Map.Entry::getValue, mapping(Map.Entry::getKey, toList())));
        this.book = book;
        this.dialect = dialect;
    }

    /** @param known the routes that policies in the manifests tell, which are somebody's decision */
    RoutePlan plan(Grants grants, KnownRoutes known) {
        grants.byDestination().forEach((destination, sources) -> {
            SortedMap<ObjectName, Access> callers = new TreeMap<>(sources);
            callers.values().removeIf(access -> !access.needsHttp());
            boolean open = callers.keySet().stream()
                    .allMatch(source ->
                            known.of(source, destination).filter(List::isEmpty).isPresent());
            if (open && !callers.isEmpty()) {
                served(destination).ifPresent(served -> plan(destination, served, callers));
            }
        });
        notes.addAll(book.notes());
        return new RoutePlan(planned, told, List.copyOf(notes));
    }

    /** What pods of an account serve; empty if some of them do not tell. */
    private Optional<List<ServedRoutes>> served(ObjectName account) {
        List<Workload> running = workloads.getOrDefault(account, List.of());
        List<ServedRoutes> served = running.stream()
                .map(book::served)
                .flatMap(Optional::stream)
                .distinct()
                .sorted(Comparator.comparing(ServedRoutes::source))
                .toList();
        boolean all =
                running.stream().allMatch(workload -> book.served(workload).isPresent());
        return all && !served.isEmpty() ? Optional.of(served) : Optional.empty();
    }

    private void plan(ObjectName destination, List<ServedRoutes> served, SortedMap<ObjectName, Access> callers) {
        List<HttpRoute> routes =
                served.stream().flatMap(each -> each.routes().stream()).toList();
        String sources = served.stream().map(ServedRoutes::source).distinct().collect(Collectors.joining(", "));
        served.forEach(each -> each.uncovered()
                .forEach(what -> notes.add("Routes of " + destination + " that are not known stay closed: " + what
                        + "; if they are called, name them in <routes>")));
        SortedMap<Party, List<HttpRoute>> wanted = new TreeMap<>();
        wanted.put(Party.SERVER, routes);
        List<String> lines = new ArrayList<>();
        RouteSpace space = RouteSpace.of(routes);
        callers.forEach((source, access) -> {
            UsedRoutes used = used(destination, routes, space, access);
            access.httpCalls().forEach(call -> checkPaths(destination, space, call));
            lines.add(source + " gets " + used.source());
            wanted.put(new Party(Optional.of(source)), used.routes());
        });
        told.add(new ToldRoutes(destination + ": " + routes.size() + " from " + sources, lines));
        Regions<Party> regions = Regions.of(wanted, dialect);
        notes.addAll(regions.problems());
        planned.put(
                destination,
                regions.matches().stream()
                        .filter(match -> match.callers().contains(Party.SERVER)
                                && match.callers().size() > 1)
                        .map(match -> toCallers(destination, match))
                        .toList());
    }

    /** What one caller uses of the routes that are served, and why no more, in words. */
    private UsedRoutes used(ObjectName destination, List<HttpRoute> all, RouteSpace space, Access access) {
        List<HttpRoute> wanted = new ArrayList<>();
        Set<String> sources = new TreeSet<>();
        for (Call call : access.httpCalls()) {
            Optional<UsedRoutes> used = book.used(call);
            if (used.isEmpty()) {
                return new UsedRoutes(
                        "all of them, as nothing tells which ones "
                                + call.source().name() + " uses",
                        all);
            }
            used.get().routes().stream()
                    .filter(route -> !RouteSpace.of(List.of(route)).overlaps(space))
                    .forEach(route ->
                            notes.add(call.source().name() + " uses " + route.described() + " of " + destination + " ("
                                    + used.get().source() + "), and nobody serves that: no policy allows it"));
            sources.add(used.get().source());
            wanted.addAll(used.get().routes());
        }
        return new UsedRoutes("those that it uses (" + String.join(", ", sources) + ")", wanted);
    }

    /** A URL that a caller is given tells what it asks for, or how that begins. */
    private void checkPaths(ObjectName destination, RouteSpace space, Call call) {
        call.evidence().stream()
                .filter(piece -> !space.hasPathsFrom(piece.path()))
                .forEach(
                        piece -> notes.add(
                                call.source().name() + " calls " + destination + " at "
                                        + Printable.text(piece.path()) + " (" + piece.described()
                                        + "), and nobody is known to serve that: no policy allows it; if it is served, name it in <routes>"));
    }

    private RouteMatch<ObjectName> toCallers(ObjectName destination, RouteMatch<Party> match) {
        match.widened()
                .forEach(why -> notes.add("HTTPRouteGroup of " + destination + ", match " + match.name() + ": " + why));
        return new RouteMatch<>(
                match.name(),
                match.pathRegex(),
                match.methods(),
                match.headers(),
                match.callers().stream()
                        .flatMap(party -> party.caller().stream())
                        .collect(Collectors.toCollection(TreeSet::new)),
                match.widened());
    }
}
