package io.github.meshready.smi.mojo;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.call.DeclaredCall;
import java.util.List;
import java.util.Optional;

/** A {@code <call>} or {@code <ignoredCall>} element; Maven fills the fields. */
public class CallParameter {

    private String from;
    private String to;
    private String port;
    private String protocol;
    private String reason;
    private List<String> routes;

    DeclaredCall toCall() {
        if (text(from).isEmpty() || text(to).isEmpty()) {
            throw new ParameterException(
                    "calls",
                    "the <call> " + declared(Optional.empty()) + " has no "
                            + (text(from).isEmpty() ? "<from>" : "<to>"),
                    "name a workload and a Service");
        }
        return declared(text(protocol).isEmpty() ? Optional.empty() : Optional.of(protocol()));
    }

    DeclaredCall toIgnoredCall() {
        if (text(from).isEmpty() && text(to).isEmpty() && text(port).isEmpty()) {
            throw new ParameterException(
                    "ignoredCalls", "an <ignoredCall> is empty and would match every call", "add <from> or <to>");
        }
        if (!routes().isEmpty()) {
            throw new ParameterException(
                    "ignoredCalls", "an <ignoredCall> has <routes>, and a call is ignored whole", "remove <routes>");
        }
        return declared(Optional.empty());
    }

    private DeclaredCall declared(Optional<AppProtocol> spoken) {
        return new DeclaredCall(
                text(from), text(to), text(port), spoken, text(reason).replaceAll("\\s+", " "), routes());
    }

    private List<String> routes() {
        return routes == null
                ? List.of()
                : routes.stream()
                        .map(CallParameter::text)
                        .filter(route -> !route.isEmpty())
                        .toList();
    }

    private AppProtocol protocol() {
        return AppProtocol.of(text(protocol))
                .orElseThrow(() -> new ParameterException(
                        "calls",
                        "the <protocol> \"" + protocol + "\" is none that the mesh knows",
                        "use http, grpc, tcp or tcp-server-first"));
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }
}
