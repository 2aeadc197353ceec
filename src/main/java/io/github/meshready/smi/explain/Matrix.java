package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.mesh.Connection;
import io.github.meshready.smi.mesh.Decision;
import io.github.meshready.smi.mesh.Mesh;
import io.github.meshready.smi.mesh.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Who may call whom, of the workloads in the mesh.
 *
 * @param callers workloads, down
 * @param columns Service ports, across
 * @param outsiders workloads that the mesh does not know, which are left out
 */
public record Matrix(List<Workload> callers, List<Column> columns, List<Workload> outsiders) implements Answer {

    public Matrix {
        callers = List.copyOf(callers);
        columns = List.copyOf(columns);
        outsiders = List.copyOf(outsiders);
    }

    /**
     * Who may call a port.
     *
     * @param service the Service
     * @param port its port
     * @param cells what happens to the calls of each caller, in their order
     */
    public record Column(Service service, ServicePort port, List<Cell> cells) {

        public Column {
            cells = List.copyOf(cells);
        }

        /** Service and port, in words. */
        public String name() {
            return service.name() + ":" + port.number();
        }
    }

    /** What happens to the calls of one caller to one port. */
    public enum Cell {
        /** Everything passes. */
        ALL('+', "every request or connection passes"),
        SOME('o', "requests that match a route pass"),
        UNCLEAR('?', "it depends, on the order of routes or on what the manifests do not show"),
        BROKEN('!', "allowed or not, it fails, at least in part"),
        NONE('.', "denied");

        private final char symbol;
        private final String meaning;

        Cell(char symbol, String meaning) {
            this.symbol = symbol;
            this.meaning = meaning;
        }

        public char symbol() {
            return symbol;
        }

        public String meaning() {
            return meaning;
        }
    }

    /** All callers and Services in the mesh, or those that are named. */
    static Matrix of(Mesh mesh, Optional<Workload> from, Optional<Service> to) {
        Predicate<Workload> isMeshed =
                workload -> mesh.membership().outside(workload).isEmpty();
        List<Workload> callers = mesh.application().workloads().stream()
                .filter(from.<Predicate<Workload>>map(named -> named::equals).orElse(isMeshed))
                .toList();
        List<Column> columns = new ArrayList<>();
        mesh.application().services().stream()
                .filter(to.<Predicate<Service>>map(named -> named::equals)
                        .orElse(service ->
                                mesh.application().selectedBy(service).stream().anyMatch(isMeshed)))
                .sorted((one, other) -> one.name().compareTo(other.name()))
                .forEach(service ->
                        service.tcpPorts().forEach(port -> columns.add(column(mesh, callers, service, port))));
        List<Workload> outsiders = mesh.application().workloads().stream()
                .filter(isMeshed.negate())
                .filter(workload -> !callers.contains(workload))
                .toList();
        return new Matrix(callers, columns, outsiders);
    }

    private static Column column(Mesh mesh, List<Workload> callers, Service service, ServicePort port) {
        return new Column(
                service,
                port,
                callers.stream()
                        .map(caller -> cell(mesh, new Connection(caller, service, port)))
                        .toList());
    }

    static Cell cell(Mesh mesh, Connection connection) {
        Decision decision = mesh.decide(connection);
        return switch (decision.verdict()) {
            case DENIED -> Cell.NONE;
            case BROKEN -> Cell.BROKEN;
            case UNDETERMINED -> Cell.UNCLEAR;
            case ALLOWED ->
                decision.outcome() == Outcome.GRANTED && isRestricted(mesh, connection) ? Cell.SOME : Cell.ALL;
        };
    }

    /** Whether some pods that the call may end at take only some requests of the caller. */
    private static boolean isRestricted(Mesh mesh, Connection connection) {
        ObjectName source = connection.client().account();
        return CalledEnd.of(connection, mesh).stream()
                .filter(end -> end.isGuarded(mesh) && end.served().isHttp())
                .flatMap(end -> mesh.destination(end.workload().account()).stream())
                .anyMatch(policy -> policy.routes().stream()
                        .filter(route -> route.admits(source))
                        .noneMatch(route -> route.match().isAnyRequest()));
    }
}
