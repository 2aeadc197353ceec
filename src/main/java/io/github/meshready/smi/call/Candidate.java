package io.github.meshready.smi.call;

import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.ServicePort;
import io.github.meshready.smi.app.Workload;

/** One piece of evidence for one call, before the pieces are put together. */
record Candidate(
        Workload source,
        Service service,
        ServicePort port,
        Confidence confidence,
        String scheme,
        boolean toPod,
        Evidence evidence) {

    /** What makes two candidates the same call. */
    record Key(String source, PortKey port) {}

    /** Whether this call, which somebody declared, says what an address means that does not say it itself. */
    boolean answers(Unresolved unresolved) {
        boolean isMeant = switch (unresolved.reason()) {
            case PORT_UNCLEAR, PORT_ASSUMED ->
                unresolved.service().filter(service::equals).isPresent();
            case NO_SUCH_SERVICE ->
                service.name().name().equals(unresolved.address().host().split("\\.", 2)[0]);
            case NO_SUCH_PORT, NO_PODS, EXTERNAL -> false;
        };
        return isMeant && source.equals(unresolved.source());
    }

    Key key() {
        return new Key(source.id(), PortKey.of(service, port));
    }
}
