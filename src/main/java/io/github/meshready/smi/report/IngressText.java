package io.github.meshready.smi.report;

import io.github.meshready.smi.policy.PlannedIngress;
import io.github.meshready.smi.policy.PlannedIngress.Callers;
import java.util.ArrayList;
import java.util.List;

/** Who is let in from outside, in a line. */
final class IngressText {

    private IngressText() {}

    /** Such as {@code shop/ingress (Service) -> Service shop/web pod port 8080 http (Ingress web)}. */
    static String of(PlannedIngress planned) {
        List<String> ports = new ArrayList<>();
        planned.ports().forEach((number, protocol) -> ports.add(number + " " + protocol));
        return callers(planned.callers()) + " -> Service " + planned.service().name() + ", pod port "
                + String.join(", ", ports) + " (" + String.join(", ", planned.how()) + ")";
    }

    private static String callers(Callers callers) {
        List<String> all = new ArrayList<>();
        callers.services().forEach(service -> all.add("Service " + service));
        all.addAll(callers.ranges());
        callers.principals().forEach(principal -> all.add("certificate " + principal));
        return String.join(", ", all);
    }
}
