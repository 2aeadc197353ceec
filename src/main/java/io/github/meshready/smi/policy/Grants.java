package io.github.meshready.smi.policy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.call.Call;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** What has to be allowed between accounts: destination, source, and ports of the pods with what is spoken there. */
final class Grants {

    /** One source's access to one destination. */
    static final class Access {

        private final SortedMap<Integer, Boolean> httpByPort = new TreeMap<>();
        private final Set<Call> httpCalls = new LinkedHashSet<>();
        private final Set<String> reasons = new TreeSet<>();

        /** Ports of the pods. */
        Set<Integer> ports() {
            return httpByPort.keySet();
        }

        boolean needsHttp() {
            return httpByPort.containsValue(true);
        }

        boolean needsTcp() {
            return httpByPort.containsValue(false);
        }

        /** The calls behind it whose requests the mesh matches. */
        Set<Call> httpCalls() {
            return httpCalls;
        }

        /** The calls behind it, in words. */
        Set<String> reasons() {
            return reasons;
        }
    }

    private final SortedMap<ObjectName, SortedMap<ObjectName, Access>> byDestination = new TreeMap<>();

    private final Map<ObjectName, Set<ObjectName>> siblings = new HashMap<>();

    void add(ObjectName destination, ObjectName source, int port, AppProtocol protocol, Call call) {
        Access access = byDestination
                .computeIfAbsent(destination, key -> new TreeMap<>())
                .computeIfAbsent(source, key -> new Access());
        access.httpByPort.merge(port, protocol.isHttp(), Boolean::logicalOr);
        access.reasons.add(call.described());
        if (protocol.isHttp()) {
            access.httpCalls.add(call);
        }
    }

    /** Whether a source may call a destination, on whatever port. */
    boolean has(ObjectName source, ObjectName destination) {
        return byDestination.containsKey(destination)
                && byDestination.get(destination).containsKey(source);
    }

    /** Access by destination and source, in order. */
    Map<ObjectName, SortedMap<ObjectName, Access>> byDestination() {
        return byDestination;
    }

    /** Notes that these accounts answer calls to one Service, so that they serve the same routes. */
    void addSiblings(Set<ObjectName> accounts) {
        accounts.forEach(account ->
                siblings.computeIfAbsent(account, key -> new TreeSet<>()).addAll(accounts));
    }

    /** The accounts that answer calls to a Service that this account answers as well, itself included. */
    Set<ObjectName> siblings(ObjectName account) {
        return siblings.getOrDefault(account, Set.of(account));
    }
}
