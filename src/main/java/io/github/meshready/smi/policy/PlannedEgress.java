package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.ObjectName;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * An Egress to write: one account, one port.
 *
 * @param name its name
 * @param account who may call
 * @param port the port that is dialed
 * @param protocol http, https, tcp or tcp-server-first
 * @param hosts hosts that may be called; for tcp always empty, as the mesh cannot tell names apart there
 * @param ranges addresses that may be called; empty for all
 * @param reasons the calls that need it, in words
 */
public record PlannedEgress(
        ObjectName name,
        ObjectName account,
        int port,
        String protocol,
        SortedSet<String> hosts,
        SortedSet<String> ranges,
        List<String> reasons) {

    public PlannedEgress {
        hosts = new TreeSet<>(hosts);
        ranges = new TreeSet<>(ranges);
        reasons = List.copyOf(reasons);
    }

    /** Whether it opens the port to every address. */
    public boolean isWide() {
        return hosts.isEmpty() && ranges.isEmpty();
    }

    PlannedEgress named(ObjectName other) {
        return new PlannedEgress(other, account, port, protocol, hosts, ranges, reasons);
    }
}
