package io.github.meshready.smi.route.code;

import io.github.meshready.smi.route.ClientRoutes;
import io.github.meshready.smi.route.PathSyntax;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;

/** Clients of Retrofit 2, whose base URL only code tells. */
final class RetrofitClients implements Client {

    private static final String PACKAGE = "retrofit2.http.";
    private static final Map<String, String> METHODS = Map.of(
            PACKAGE + "GET", "GET",
            PACKAGE + "POST", "POST",
            PACKAGE + "PUT", "PUT",
            PACKAGE + "DELETE", "DELETE",
            PACKAGE + "PATCH", "PATCH",
            PACKAGE + "HEAD", "HEAD",
            PACKAGE + "OPTIONS", "OPTIONS",
            PACKAGE + "HTTP", "");

    @Override
    public Optional<ClientRoutes> read(ClassInfo type) {
        String name = type.name().toString();
        Findings findings = new Findings();
        boolean client = false;
        if (type.isInterface()) {
            for (MethodInfo method : type.methodsInDeclarationOrder()) {
                Optional<AnnotationInstance> call = Elements.find(method.declaredAnnotations(), METHODS.keySet());
                call.ifPresent(each -> route(name, method.name(), each, findings));
                client |= call.isPresent();
            }
        }
        findings.unclear("the path of the base URL that code gives to " + name + ", if it has one");
        return client
                ? Optional.of(new ClientRoutes(name, "", "", findings.routes(), findings.unclear()))
                : Optional.empty();
    }

    private static void route(String type, String method, AnnotationInstance call, Findings findings) {
        String known = METHODS.get(call.name().toString());
        String sent = known.isEmpty() ? Elements.text(call, "method") : known;
        String path = Elements.text(call, "value", "path");
        if (path.isEmpty()) {
            findings.unclear("the path of " + type + "." + method + ", which is given when it is called");
        } else {
            String below = path.contains("://") ? PathText.ofUrl(path) : PathText.withoutQuery(path);
            findings.route(Set.of(sent), PathText.join(below), PathSyntax.OPENAPI, type, method);
        }
    }
}
