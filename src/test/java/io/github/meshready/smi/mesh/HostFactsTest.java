package io.github.meshready.smi.mesh;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.SplitManifests;
import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.policy.PolicyReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which hosts a request to Service a/api, port 80, may be for (osm.md sections 4.4 and 5.6). */
class HostFactsTest {

    private static final String RULE = "{kind: HTTPRouteGroup, name: g, matches: [m]}";

    private static final List<String> APP = List.of(
            deployment("a", "near"),
            deployment("b", "far"),
            deployment("a", "api"),
            service("a", "api", "{port: 80, targetPort: 8080}"),
            group("a", "g", "{name: m}"),
            target("a", "t", "api", "near", RULE)
                    .replace("sources: [", "sources: [{kind: ServiceAccount, name: far, namespace: b}, "));

    @ParameterizedTest
    @CsvSource({
        "api, GRANTED, UNKNOWN_HOST",
        "api:80, GRANTED, UNKNOWN_HOST",
        "api.a, GRANTED, GRANTED",
        "api.a:80, GRANTED, GRANTED",
        "api.a.svc, GRANTED, GRANTED",
        "api.a.svc:80, GRANTED, GRANTED",
        "api.a.svc.cluster, GRANTED, GRANTED",
        "api.a.svc.cluster.local, GRANTED, GRANTED",
        "API.a.svc.cluster.local:80, GRANTED, GRANTED",
        "api:8080, UNKNOWN_HOST, UNKNOWN_HOST",
        "api.a:8080, UNKNOWN_HOST, UNKNOWN_HOST",
        "api.b, UNKNOWN_HOST, UNKNOWN_HOST",
        "api.a.svc.cluster.local.example.com, UNKNOWN_HOST, UNKNOWN_HOST",
        "10.0.0.7:8080, UNKNOWN_HOST, UNKNOWN_HOST",
        "shop.example.com, UNKNOWN_HOST, UNKNOWN_HOST"
    })
    void areThoseOfTheService(String host, Outcome near, Outcome far) {
        assertThat(ask("near", host, false, false, APP))
                .as("from its namespace")
                .isEqualTo(near);
        assertThat(ask("far", host, false, false, APP)).as("from another one").isEqualTo(far);
        boolean known = near == Outcome.GRANTED;
        assertThat(ask("near", host, true, false, APP))
                .as("in permissive mode the client's routes are the same")
                .isEqualTo(known ? Outcome.PERMISSIVE : Outcome.UNKNOWN_HOST);
    }

    @Test
    void countWhereRequestsAreRouted() {
        List<String> raw = replace(APP, "targetPort: 8080", "targetPort: 8080, appProtocol: tcp");
        assertThat(ask("near", "shop.example.com", false, false, raw))
                .as("a raw port knows no hosts")
                .isEqualTo(Outcome.GRANTED);
        assertThat(ask("near", "api-0.api.a", false, true, APP))
                .as("names of single pods are not the Service's")
                .isEqualTo(Outcome.GRANTED);
        List<String> plain = replace(
                APP,
                "metadata: {labels: {app: near}}",
                "metadata: {labels: {app: near}, annotations: {openservicemesh.io/sidecar-injection: disabled}}");
        List<String> opened = new ArrayList<>(plain);
        opened.add("apiVersion: policy.openservicemesh.io/v1alpha1\nkind: IngressBackend\n"
                + "metadata: {name: i, namespace: a}\nspec: {backends: [{name: api, port: {number: 8080, protocol:"
                + " http}}], sources: []}\n");
        assertThat(ask("near", "shop.example.com", false, false, opened))
                .as("what an IngressBackend lets in may be for any host")
                .isEqualTo(Outcome.OUTSIDE);
    }

    @Test
    void areThoseOfTheServiceThatIsSpread() {
        List<String> split = new ArrayList<>(APP);
        split.add(service("a", "v1", "{port: 80, targetPort: 8080}").replace("app: v1", "app: api"));
        split.add(SplitManifests.split("a", "api", "v1: 1"));
        assertThat(ask("near", "api.a", false, false, split)).isEqualTo(Outcome.GRANTED);
        assertThat(ask("near", "v1.a", false, false, split)).isEqualTo(Outcome.UNKNOWN_HOST);
    }

    @Test
    void saysSo() {
        Application application = app(APP.toArray(String[]::new));
        assertThat(decide(application, "near", "shop.example.com", false, false).reason())
                .isEqualTo(
                        "the request is for host shop.example.com, and Service a/api is known by its own names only: 404");
    }

    private static List<String> replace(List<String> documents, String old, String by) {
        assertThat(documents).anyMatch(text -> text.contains(old));
        return documents.stream().map(text -> text.replace(old, by)).toList();
    }

    private static Outcome ask(String from, String host, boolean permissive, boolean toPods, List<String> documents) {
        return decide(app(documents.toArray(String[]::new)), from, host, permissive, toPods)
                .outcome();
    }

    private static Decision decide(
            Application application, String from, String host, boolean permissive, boolean toPods) {
        Service api = io.github.meshready.smi.TestManifests.service(application, "api");
        return new Mesh(
                        application,
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        new MeshMode(permissive, "test"),
                        "osm")
                .decide(
                        new Connection(
                                workload(application, from), api, api.ports().get(0), toPods),
                        new HttpRequest("GET", "/books", Map.of("Host", host)));
    }
}
