package io.github.meshready.smi.call;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Decides for every TCP port of every Service what is spoken there. */
final class PortProtocols {

    private final Application application;
    private final Map<PortKey, AppProtocol> declared;
    private final Map<PortKey, Set<AppProtocol>> schemes = new HashMap<>();
    private final Set<PortKey> called = new HashSet<>();

    /**
     * @param candidates the calls, whose addresses may say what they speak
     * @param declared what the build's configuration says is spoken
     */
    PortProtocols(Application application, List<Candidate> candidates, Map<PortKey, AppProtocol> declared) {
        this.application = application;
        this.declared = declared;
        for (Candidate candidate : candidates) {
            PortKey key = PortKey.of(candidate.service(), candidate.port());
            called.add(key);
            Schemes.protocol(candidate.scheme())
                    .ifPresent(protocol -> schemes.computeIfAbsent(key, each -> EnumSet.noneOf(AppProtocol.class))
                            .add(protocol));
        }
    }

    /** Of ports that nobody calls it does not matter what nothing tells; they stay as the mesh has them. */
    Map<PortKey, PortProtocol> decide() {
        Map<PortKey, PortProtocol> protocols = new LinkedHashMap<>();
        Map<Integer, Set<AppProtocol>> byNumber = new HashMap<>();
        Map<PortKey, Integer> unknown = new LinkedHashMap<>();
        for (Service service : application.services()) {
            for (ServicePort port : service.tcpPorts()) {
                PortKey key = PortKey.of(service, port);
                PortProtocol spoken = spoken(service, port, key);
                protocols.put(key, spoken);
                if (spoken.isKnown()) {
                    byNumber.computeIfAbsent(port.number(), number -> EnumSet.noneOf(AppProtocol.class))
                            .add(spoken.protocol());
                } else if (called.contains(key)) {
                    unknown.put(key, port.number());
                }
            }
        }
        unknown.forEach((key, number) ->
                protocols.put(key, PortProtocol.guessed(number, byNumber.getOrDefault(number, Set.of()))));
        return protocols;
    }

    private PortProtocol spoken(Service service, ServicePort port, PortKey key) {
        return declared.containsKey(key)
                ? PortProtocol.declared(declared.get(key))
                : PortProtocol.of(port, schemes.getOrDefault(key, Set.of()), application.selectedBy(service));
    }
}
