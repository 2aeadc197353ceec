package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.Egress;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.ObjectName;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.InputException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Who is let in where; the port is always the one of the pods (OSM v1.2.4, pkg/catalog/ingress.go). */
class IngressPlannerTest {

    private static final DeclaredIngress RANGE = declared("", "203.0.113.0/24", "");
    private static final DeclaredIngress NGINX = declared("nginx/controller", "", "");
    private static final DeclaredIngress CERTIFICATE = declared("", "", "gw.nginx.cluster.local");

    private static final String WEB = """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {containers: [{name: c, image: x, ports: [{name: main, containerPort: 8080}]}]}
            """;

    private static String service(String name, String spec) {
        return "apiVersion: v1\nkind: Service\nmetadata: {name: %s}\nspec: {selector: {app: web}, %s}\n"
                .formatted(name, spec);
    }

    private static String ingress(String backend) {
        return "apiVersion: networking.k8s.io/v1\nkind: Ingress\nmetadata: {name: i}\nspec: {defaultBackend: {service: %s}}\n"
                .formatted(backend);
    }

    private static String route(String apiVersion, String kind, String spec) {
        return "apiVersion: %s\nkind: %s\nmetadata: {name: r}\nspec: %s\n".formatted(apiVersion, kind, spec);
    }

    static Stream<Arguments> exposures() {
        String plain = service("web", "ports: [{port: 80, targetPort: main}]");
        String balancer = service("web", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]");
        return Stream.of(
                of("a load balancer", RANGE, "web 8080 http from 203.0.113.0/24", balancer),
                of(
                        "a node port",
                        RANGE,
                        "web 8080 http from 203.0.113.0/24",
                        balancer.replace("LoadBalancer", "NodePort")),
                of("nothing exposed", RANGE, "", plain),
                of("a controller is not in front of an address", NGINX, "", balancer),
                of(
                        "addresses are not in front of a route",
                        RANGE,
                        "",
                        plain,
                        ingress("{name: web, port: {number: 80}}")),
                of(
                        "an Ingress",
                        NGINX,
                        "web 8080 http from nginx/controller",
                        plain,
                        ingress("{name: web, port: {number: 80}}")),
                of("an Ingress to no port", NGINX, "", plain, ingress("{name: web, port: {number: 8080}}")),
                of(
                        "certificates",
                        CERTIFICATE,
                        "web 8080 https from gw.nginx.cluster.local",
                        plain,
                        ingress("{name: web, port: {number: 80}}")),
                of(
                        "by name, exposed or not",
                        declared("nginx/controller", "", "", "web"),
                        "web 8080 http from nginx/controller",
                        plain),
                of(
                        "by name, both ways",
                        declared("", "203.0.113.0/24", "", "default/web"),
                        "web 8080 http from 203.0.113.0/24",
                        plain,
                        ingress("{name: web, port: {number: 80}}")),
                of(
                        "a route of the Gateway API",
                        NGINX,
                        "web 8080 http from nginx/controller",
                        plain,
                        route(
                                "gateway.networking.k8s.io/v1",
                                "HTTPRoute",
                                "{rules: [{backendRefs: [{name: web, port: 80}]}]}")),
                of(
                        "a route of a mesh",
                        NGINX,
                        "",
                        plain,
                        route(
                                "gateway.networking.k8s.io/v1",
                                "HTTPRoute",
                                "{parentRefs: [{kind: Service, name: web}], rules: [{backendRefs: [{name: web, port: 80}]}]}")),
                of(
                        "a Route of OpenShift, by target port",
                        NGINX,
                        "web 8080 http from nginx/controller",
                        plain,
                        route(
                                "route.openshift.io/v1",
                                "Route",
                                "{to: {kind: Service, name: web}, port: {targetPort: main}}")),
                of(
                        "a Route of OpenShift without port",
                        NGINX,
                        "web 8080 http from nginx/controller",
                        plain,
                        route("route.openshift.io/v1", "Route", "{to: {kind: Service, name: web}}")),
                of(
                        "an HTTPProxy",
                        NGINX,
                        "web 8080 http from nginx/controller",
                        plain,
                        route("projectcontour.io/v1", "HTTPProxy", "{routes: [{services: [{name: web, port: 80}]}]}")),
                of(
                        "an IngressRoute",
                        NGINX,
                        "web 8080 http from nginx/controller",
                        plain,
                        route(
                                "traefik.io/v1alpha1",
                                "IngressRoute",
                                "{routes: [{services: [{name: web, port: 80}]}]}")),
                of(
                        "somebody's own IngressBackend",
                        RANGE,
                        "",
                        balancer,
                        route(
                                "policy.openservicemesh.io/v1alpha1",
                                "IngressBackend",
                                "{backends: [{name: web, port: {number: 8080, protocol: http}}], sources: [{kind: IPRange, name: 10.0.0.0/8}]}")));
    }

    private static Arguments of(String what, DeclaredIngress declared, String expected, String... manifests) {
        return Arguments.of(what, declared, expected, manifests);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("exposures")
    void opensWhatIsExposedToWhoIsInFront(String what, DeclaredIngress declared, String expected, String[] manifests) {
        String[] all = Stream.concat(Stream.of(WEB), Stream.of(manifests)).toArray(String[]::new);
        assertThat(String.join("; ", shown(plan(Dialect.DEFAULT, List.of(declared), all))))
                .isEqualTo(expected);
    }

    @Test
    void joinsThePortsOfAServiceThatHaveTheSameCallers() {
        String web = service(
                "web",
                "type: LoadBalancer, ports: [{name: a, port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: 8081}]");
        IngressPlan both = plan(Dialect.DEFAULT, List.of(RANGE), WEB, web);
        assertThat(shown(both)).containsExactly("web 8080 http, 8081 http from 203.0.113.0/24");
        IngressPlan mixed =
                plan(Dialect.DEFAULT, List.of(RANGE, NGINX), WEB, web, ingress("{name: web, port: {number: 81}}"));
        assertThat(shown(mixed))
                .as("no port of a Service in two IngressBackends: the mesh takes either")
                .containsExactly(
                        "web-8080 8080 http from 203.0.113.0/24",
                        "web-8081 8081 http from nginx/controller, 203.0.113.0/24");
    }

    @Test
    void saysWhatItCannotOpen() {
        String tcp = service("web", "type: LoadBalancer, ports: [{port: 6379, appProtocol: tcp}]");
        IngressPlan plan = plan(Dialect.DEFAULT, List.of(RANGE), WEB, tcp);
        assertThat(plan.backends()).isEmpty();
        assertThat(plan.notes())
                .containsExactly("Service default/web port 6379 stays closed to outside: it speaks tcp, and an"
                        + " IngressBackend lets in http only; to let everybody in without the mesh, annotate the pod template"
                        + " of web with openservicemesh.io/inbound-port-exclusion-list: \"6379\"");
    }

    /** The proxies match by port and addresses, whichever Service it was for (OSM v1.2.4, pkg/envoy/lds/ingress.go). */
    @Test
    void opensAPortOfPodsThroughOneServiceOnly() {
        IngressPlan two = plan(
                Dialect.DEFAULT,
                List.of(RANGE, NGINX),
                WEB,
                service("a", "ports: [{port: 80, targetPort: 8080}]"),
                ingress("{name: a, port: {number: 80}}"),
                service("b", "type: NodePort, ports: [{port: 90, targetPort: 8080}]"));
        assertThat(shown(two))
                .as("for the callers of both")
                .containsExactly("a 8080 http from nginx/controller, 203.0.113.0/24");
        assertThat(two.notes())
                .as("but for the controller's namespace, and the addresses of nodes")
                .hasSize(2);
    }

    @Test
    void choosesTheServiceWithTheMostPods() {
        String other = WEB.replace("name: web", "name: other").replace("app: web", "app: web, v: b");
        String all = service("all", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]");
        String part = service("a-part", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]")
                .replace("{app: web}", "{app: web, v: b}");
        assertThat(shown(plan(Dialect.DEFAULT, List.of(RANGE), WEB, other, all, part)))
                .isEqualTo(shown(plan(Dialect.DEFAULT, List.of(RANGE), part, all, other, WEB)))
                .containsExactly("all 8080 http from 203.0.113.0/24");
    }

    @Test
    void leavesAPortToSomebodysOwnIngressBackend() {
        String own = route(
                "policy.openservicemesh.io/v1alpha1",
                "IngressBackend",
                "{backends: [{name: web, port: {number: 8080, protocol: http}}], sources: [{kind: IPRange, name: 10.0.0.0/8}]}");
        String web = service("web", "ports: [{port: 80, targetPort: 8080}]");
        String balancer = service("lb", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]");
        IngressPlan plan = plan(Dialect.DEFAULT, List.of(RANGE), WEB, web, balancer, own);
        assertThat(plan.backends()).as("of another Service over the same pods").isEmpty();
        assertThat(plan.notes())
                .containsExactly(
                        "IngressBackend default/r of the manifests decides who calls port 8080 of the pods behind"
                                + " Service default/lb, and does not let in 203.0.113.0/24");
    }

    @Test
    void refusesCallersWithAndWithoutCertificatesOnOnePort() {
        String web = service("web", "ports: [{port: 80, targetPort: 8080}]");
        assertThatThrownBy(() -> plan(
                        Dialect.DEFAULT,
                        List.of(NGINX, CERTIFICATE),
                        WEB,
                        web,
                        ingress("{name: web, port: {number: 80}}")))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(
                        "<principals>gw.nginx.cluster.local</principals></from>: asks for certificates at port 8080")
                .hasMessageContaining("where <from><service>nginx/controller</service></from> calls without");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            web              | web 8080 http, 9090 http from 203.0.113.0/24
            web:80           | web 8080 http from 203.0.113.0/24
            default/web:http | web 8080 http from 203.0.113.0/24
            web:admin        | web 9090 http from 203.0.113.0/24
            inner:http       | inner 8080 http from 203.0.113.0/24
            """)
    void opensTheNamedPortAlone(String to, String expected) {
        String web = service(
                "web",
                "type: LoadBalancer, ports: [{name: http, port: 80, targetPort: 8080}, {name: admin, port: 90, targetPort: 9090}]");
        String inner = service(
                "inner",
                "ports: [{name: http, port: 80, targetPort: 8080}, {name: admin, port: 90, targetPort: 9090}]");
        String[] manifests = to.startsWith("inner") ? new String[] {WEB, inner} : new String[] {WEB, web};
        assertThat(shown(plan(Dialect.DEFAULT, List.of(declared("", "203.0.113.0/24", "", to)), manifests)))
                .containsExactly(expected);
    }

    @Test
    void asksForThePortOfWhatNothingExposes() {
        String inner = service("inner", "ports: [{name: a, port: 80}, {name: b, port: 90}]");
        assertThatThrownBy(
                        () -> plan(Dialect.DEFAULT, List.of(declared("", "203.0.113.0/24", "", "inner")), WEB, inner))
                .hasMessageContaining("Service default/inner has several ports")
                .hasMessageContaining("fix: name the port behind a colon, one of: 80, 90");
    }

    @Test
    void saysWhatNeedsNone() {
        String plain = WEB.replace(
                "metadata: {labels: {app: web}}",
                "metadata: {labels: {app: web}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        String balancer = service("web", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]");
        assertThat(plan(Dialect.DEFAULT, List.of(RANGE), plain, balancer).notes())
                .containsExactly("Service default/web needs no IngressBackend: no pods behind it get a sidecar");
        String misnamed = service("web", "type: LoadBalancer, ports: [{port: 80, targetPort: nothing}]");
        assertThat(plan(Dialect.DEFAULT, List.of(RANGE), WEB, misnamed).notes())
                .containsExactly(
                        "Service default/web port 80 stays closed to outside: no container behind it has a port"
                                + " named nothing");
    }

    @Test
    void givesEachWayItsOwnCallers() {
        DeclaredIngress both = declared("nginx/controller", "203.0.113.0/24", "");
        String balancer = service("lb", "type: LoadBalancer, ports: [{port: 80, targetPort: 8081}]");
        String web = service("web", "ports: [{port: 80, targetPort: 8080}]");
        assertThat(shown(plan(
                        Dialect.DEFAULT,
                        List.of(both),
                        WEB,
                        web,
                        balancer,
                        ingress("{name: web, port: {number: 80}}"))))
                .containsExactly("lb 8081 http from 203.0.113.0/24", "web 8080 http from nginx/controller");
    }

    @Test
    void givesNoTwoTheSameName() {
        String web = service(
                "web",
                "type: LoadBalancer, ports: [{name: a, port: 80, targetPort: 8080}, {name: b, port: 81, targetPort: 8081}]");
        String namesake = service("web-8080", "type: LoadBalancer, ports: [{port: 80, targetPort: 8082}]");
        IngressPlan plan = plan(
                Dialect.DEFAULT, List.of(RANGE, NGINX), WEB, web, namesake, ingress("{name: web, port: {number: 81}}"));
        assertThat(plan.backends()).extracting(PlannedIngress::name).hasSize(3).doesNotHaveDuplicates();
    }

    @Test
    void opensNothingThatIsReachedPastTheSidecar() {
        String excluded = WEB.replace(
                "metadata: {labels: {app: web}}",
                "metadata: {labels: {app: web}, annotations: {openservicemesh.io/inbound-port-exclusion-list: '8080'}}");
        String web = service("web", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]");
        IngressPlan plan = plan(Dialect.DEFAULT, List.of(RANGE), excluded, web);
        assertThat(plan.backends()).isEmpty();
        assertThat(plan.notes()).isEmpty();
    }

    @Test
    void followsTheDialect() {
        String grpc = service("web", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080, appProtocol: grpc}]");
        assertThat(shown(plan(Dialect.DEFAULT, List.of(RANGE), WEB, grpc)))
                .containsExactly("web 8080 http from 203.0.113.0/24");
        assertThat(shown(plan(Dialect.of("fsm:1.5").orElseThrow(), List.of(RANGE), WEB, grpc)))
                .containsExactly("web 8080 grpc from 203.0.113.0/24");
        assertThatThrownBy(() -> plan(Dialect.of("osm:0.9").orElseThrow(), List.of(RANGE), WEB, grpc))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("osm:0.9 has no IngressBackend");
    }

    @Test
    void refusesNamesOfNothing() {
        DeclaredIngress wrong = declared("", "203.0.113.0/24", "", "wep");
        assertThatThrownBy(() -> plan(Dialect.DEFAULT, List.of(wrong), WEB))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("<to>wep</to> names nothing in the manifests")
                .hasMessageContaining("fix: there is none to name");
        assertThat(plan(Dialect.DEFAULT, List.of(RANGE), WEB).notes())
                .singleElement()
                .asString()
                .contains("is in front of nothing");
    }

    @Test
    void saysWhereAddressesAreNotTheCallers() {
        String cluster = service("web", "type: LoadBalancer, ports: [{port: 80, targetPort: 8080}]");
        assertThat(plan(Dialect.DEFAULT, List.of(RANGE), WEB, cluster).notes())
                .singleElement()
                .asString()
                .startsWith("Service default/web: unless externalTrafficPolicy is Local");
        String local = cluster.replace("type:", "externalTrafficPolicy: Local, type:");
        assertThat(plan(Dialect.DEFAULT, List.of(RANGE), WEB, local).notes()).isEmpty();
    }

    private static DeclaredIngress declared(String service, String range, String principal, String... to) {
        Optional<ObjectName> controller = service.isEmpty()
                ? Optional.empty()
                : Optional.of(new ObjectName(service.split("/")[0], service.split("/")[1]));
        return new DeclaredIngress(
                controller,
                range.isEmpty() ? List.of() : List.of(range),
                principal.isEmpty() ? List.of() : List.of(principal),
                List.of(to));
    }

    private static IngressPlan plan(Dialect dialect, List<DeclaredIngress> declared, String... manifests) {
        Settings settings =
                new Settings("default", "osm", dialect, Optional.empty(), EgressMode.WRITE, Optional.empty());
        Application application = app(manifests);
        return new Planner(
                        application,
                        new CallFinder(application, Declarations.NONE).find(),
                        new PolicyReader(dialect).read(application),
                        new PlanRequest(
                                settings,
                                AccountMode.MISSING,
                                Set.of(),
                                PolicyMode.NEVER,
                                List.of(),
                                declared,
                                Optional.empty()),
                        new MeshMode(dialect, false, "test", Egress.OPEN, Optional.empty()))
                .plan()
                .ingress();
    }

    private static List<String> shown(IngressPlan plan) {
        return plan.backends().stream()
                .map(each -> each.name().name() + " "
                        + String.join(
                                ", ",
                                each.ports().entrySet().stream()
                                        .map(port -> port.getKey() + " " + port.getValue())
                                        .toList())
                        + " from "
                        + String.join(
                                ", ",
                                Stream.of(
                                                each.callers().services(),
                                                each.callers().ranges(),
                                                each.callers().principals())
                                        .flatMap(set -> set.stream().map(Object::toString))
                                        .toList()))
                .toList();
    }
}
