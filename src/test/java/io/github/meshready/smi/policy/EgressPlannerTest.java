package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.MeshMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallFinder;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Which Egress each kind of external address needs (OSM v1.2.4, pkg/catalog/egress.go, pkg/envoy/lds/egress.go). */
class EgressPlannerTest {

    private static final String CLOSED = config("enableEgress: false");

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # what the workload is given                     | what is written
            A_URL=http://api.example.com                     | http 80 hosts [api.example.com]
            A_URL=http://api.example.com:8080/x              | http 8080 hosts [api.example.com]
            A_URL=https://api.example.com/x                  | https 443 hosts [api.example.com]
            A_HOST=api.example.com:443                       | https 443 hosts [api.example.com]
            A_URL=https://203.0.113.7/x                      | tcp 443 ranges [203.0.113.7/32]
            A_URL=jdbc:postgresql://db.example.com:5433/x    | tcp-server-first 5433 any
            A_URL=mongodb://u:p@db.example.com/x             | tcp 27017 any
            A_URL=amqp://203.0.113.7                         | tcp 5672 ranges [203.0.113.7/32]
            A_URL=https://a.example.com B_URL=https://b.example.com | https 443 hosts [a.example.com, b.example.com]
            A_URL=https://a.example.com B_URL=http://b.example.com  | http 80 hosts [b.example.com]; https 443 hosts [a.example.com]
            A_URL=https://a.example.com B_URL=https://203.0.113.7   | https 443 hosts [a.example.com]; tcp 443 ranges [203.0.113.7/32]
            D=u:p@tcp(db.example.com:3307)/x                 | tcp 3307 any
            D=jdbc:oracle:thin:u/p@db.example.com:1521:X     | tcp 1521 any
            D=Server=db.example.com,1433;User_Id=u;Password=p | tcp 1433 any
            D=Password=p;Server=db.example.com,1433          | -
            DOCS_URL=https://docs.example.com                | -
            xmlns:x=http://ns.example.com                    | -
            HTTPS_PROXY=http://proxy.example.com:3128        | tcp 3128 any
            X=y                                              | -
            """)
    void letsOutWhatIsCalled(String env, String expected) {
        assertThat(shown(plan(CLOSED, workload(env)))).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void saysWhereAPortIsOpenToEveryAddress() {
        EgressPlan plan = plan(CLOSED, workload("A_URL=mongodb://db.example.com/x"));
        assertThat(plan.policies()).singleElement().matches(PlannedEgress::isWide);
        assertThat(plan.notes())
                .singleElement()
                .asString()
                .startsWith(
                        "Account default/web may call every address on port 27017, because the mesh cannot tell hosts"
                                + " apart over tcp");
    }

    @Test
    void writesNothingWhereCallsAreLetOutOrNoPolicyHasAnEffect() {
        String web = workload("A_URL=https://api.example.com");
        assertThat(plan(config("enableEgress: true"), web)).isEqualTo(EgressPlan.NONE);
        assertThat(plan(CLOSED + "  featureFlags: {enableEgressPolicy: false}\n", web))
                .isEqualTo(EgressPlan.NONE);
        assertThat(shown(plan(config("enableEgress: false, outboundPortExclusionList: [443]"), web)))
                .as("every pod dials that past its sidecar")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            enableEgress: false                                                  | x: text                                                   | true
            enableEgress: false, outboundPortExclusionList: [443]                | x: text                                                   | false
            enableEgress: false                                                  | openservicemesh.io/outbound-port-exclusion-list: '80, 443' | false
            enableEgress: false, outboundIPRangeExclusionList: [203.0.112.0/23]  | x: text                                                   | false
            enableEgress: false, outboundIPRangeExclusionList: [203.0.114.0/23]  | x: text                                                   | true
            enableEgress: false, outboundIPRangeInclusionList: [10.0.0.0/8]      | x: text                                                   | false
            enableEgress: false, outboundIPRangeInclusionList: [0.0.0.0/0]       | x: text                                                   | true
            enableEgress: false | openservicemesh.io/outbound-ip-range-exclusion-list: 203.0.113.7/32                                 | false
            """)
    void leavesAloneWhatGoesPastTheSidecar(String traffic, String annotation, boolean planned) {
        String web = workload("A_URL=https://203.0.113.7")
                .replace(
                        "metadata: {labels: {app: web}}",
                        "metadata: {labels: {app: web}, annotations: {" + annotation + "}}");
        assertThat(shown(plan(config(traffic), web))).isEqualTo(planned ? "tcp 443 ranges [203.0.113.7/32]" : "");
    }

    @ParameterizedTest
    @EnumSource(EgressMode.class)
    void asksTheParameter(EgressMode mode) {
        EgressPlan plan = plan(mode, Optional.empty(), CLOSED, workload("A_URL=https://api.example.com"));
        assertThat(plan.policies()).hasSize(mode == EgressMode.WRITE ? 1 : 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {hosts: [api.example.com], ports: [{number: 443, protocol: https}]}        | true
            {ports: [{number: 443, protocol: https}]}                                  | true
            {hosts: ['*.example.com'], ports: [{number: 443, protocol: https}]}        | true
            {ports: [{number: 443, protocol: tcp}]}                                    | true
            {hosts: [other.example.com], ports: [{number: 443, protocol: https}]}      | false
            {hosts: [api.example.com], ports: [{number: 8443, protocol: https}]}       | false
            {hosts: [api.example.com], ports: [{number: 443, protocol: HTTPS}]}        | false
            {hosts: [api.example.com], ports: [{number: 443, protocol: grpc}]}         | false
            {ports: [{number: 443, protocol: http}]}                                   | false
            {hosts: [api.example.com], ports: [{number: 443, protocol: http}]}         | false
            {hosts: [api.example.com], ipAddresses: [203.0.113.0/24], ports: [{number: 443, protocol: https}]} | true
            {ipAddresses: [203.0.113.0/24], ports: [{number: 443, protocol: tcp}]}     | false
            """)
    void completesWhatSomebodyWrote(String spec, boolean covers) {
        String egress = """
            ---
            apiVersion: policy.openservicemesh.io/v1alpha1
            kind: Egress
            metadata: {name: web-https-443}
            spec: %s
            """.formatted(spec.replace(
                        "{", "{sources: [{kind: ServiceAccount, name: web, namespace: default}], ")
                .replace("[{sources: [{kind: ServiceAccount, name: web, namespace: default}], number", "[{number"));
        EgressPlan plan = plan(CLOSED, workload("A_URL=https://api.example.com") + egress);
        assertThat(plan.covered()).hasSize(covers ? 1 : 0);
        assertThat(plan.policies())
                .hasSize(covers ? 0 : 1)
                .allMatch(each -> !each.name().name().equals("web-https-443"));
    }

    @Test
    void letsWhoHasRightsInTheClusterCallItsApi() {
        String bound = workload("X=y") + """
            ---
            apiVersion: rbac.authorization.k8s.io/v1
            kind: RoleBinding
            metadata: {name: b}
            subjects: [{kind: ServiceAccount, name: web}]
            roleRef: {kind: Role, name: r, apiGroup: rbac.authorization.k8s.io}
            """;
        assertThat(shown(plan(EgressMode.WRITE, Optional.of("10.0.0.1/32"), CLOSED, bound)))
                .isEqualTo("tcp 443 ranges [10.0.0.1/32]");
        for (String protocol : List.of("tcp", "https")) {
            String own = """
                ---
                apiVersion: policy.openservicemesh.io/v1alpha1
                kind: Egress
                metadata: {name: api}
                spec:
                  sources: [{kind: ServiceAccount, name: web, namespace: default}]
                  ipAddresses: [10.0.0.0/24]
                  ports: [{number: 443, protocol: %s}]
                """.formatted(protocol);
            EgressPlan covered = plan(EgressMode.WRITE, Optional.of("10.0.0.1/32"), CLOSED, bound + own);
            assertThat(covered.policies()).as(protocol).isEmpty();
            assertThat(covered.covered()).hasSize(1);
        }
        EgressPlan unknown = plan(CLOSED, bound);
        assertThat(unknown.policies()).isEmpty();
        assertThat(unknown.notes()).singleElement().asString().contains("set smi.kubernetesApi");
    }

    /** What needs the API gets an account of its own for it: an Egress for {@code default} would let out everybody. */
    @Test
    void namesAnAccountOfItsOwnForWhoUsesTheApi() {
        String web =
                workload("KUBERNETES_MASTER=https://kubernetes.default.svc").replace("serviceAccountName: web, ", "");
        assertThat(plan(EgressMode.WRITE, Optional.of("10.0.0.1/32"), CLOSED, web)
                        .policies())
                .singleElement()
                .satisfies(egress -> assertThat(egress.account()).hasToString("default/web"));
    }

    @Test
    void letsCallsOutToPodsWithoutASidecar() {
        String plain = """
            ---
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: old}
            spec:
              template:
                metadata: {labels: {app: old}, annotations: {openservicemesh.io/sidecar-injection: disabled}}
                spec: {containers: [{name: c, image: x}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: old}
            spec: {selector: {app: old}, ports: [{port: 8080}]}
            """;
        assertThat(shown(plan(CLOSED, workload("A_URL=http://old:8080") + plain)))
                .isEqualTo("http 8080 hosts [old]");
        assertThat(plan(config("enableEgress: true"), workload("A_URL=http://old:8080") + plain))
                .isEqualTo(EgressPlan.NONE);
    }

    @Test
    void takesTheOnlyPortOfAnAlias() {
        String alias = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: db}
            spec: {type: ExternalName, externalName: db.example.com, ports: [{port: 3306}]}
            """;
        assertThat(shown(plan(CLOSED, workload("DB_HOST=db") + alias))).isEqualTo("tcp-server-first 3306 any");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # of the Service without selector | what is called | mode  | what is written
            {port: 9000, name: http}          | legacy:9000    | false | http 9000 hosts [legacy]
            {port: 9000}                      | legacy         | false | tcp 9000 any
            {port: 3306}                      | legacy:3306    | false | tcp-server-first 3306 any
            {port: 443, name: https}          | legacy:443     | false | https 443 hosts [legacy]
            {port: 9000}                      | legacy:9001    | false | -
            {port: 9000}                      | legacy:9000    | true  | -
            """)
    void letsCallsOutToServicesWhoseEndpointsSomebodyElseKeeps(
            String port, String address, boolean permissive, String expected) {
        String service =
                "---\napiVersion: v1\nkind: Service\nmetadata: {name: legacy}\nspec: {ports: [" + port + "]}\n";
        String config = config("enableEgress: false, enablePermissiveTrafficPolicyMode: " + permissive);
        assertThat(shown(plan(config, workload("LEGACY_HOST=" + address) + service)))
                .isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void saysOfHostsInSecretsOnlyThatThereIsOne() {
        String secret = """
            ---
            apiVersion: v1
            kind: Secret
            metadata: {name: db}
            stringData: {A_URL: "jdbc:postgresql://hush.example.com:5432/x", OTHER: word}
            """;
        String web = workload("X=y").replace("env:", "envFrom: [{secretRef: {name: db}}], env:");
        EgressPlan plan = plan(CLOSED, web + secret);
        assertThat(plan.policies()).isEmpty();
        assertThat(plan.notes())
                .singleElement()
                .isEqualTo("web -> a host that is not shown (env A_URL of Secret db): no Egress, because it would show"
                        + " what stands in a Secret; write one");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            web                | true
            web, web           | true
            web, other         | false
            other              | false
            """)
    void leavesAloneTheHostByWhichTheWorkloadItselfIsKnown(String backends, boolean own) {
        String ingress = """
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: web}
            spec: {selector: {app: web}, ports: [{port: 80}]}
            ---
            apiVersion: v1
            kind: Service
            metadata: {name: other}
            spec: {selector: {app: other}, ports: [{port: 80}]}
            ---
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: {name: i}
            spec:
              rules:
              - host: Shop.example.com
                http: {paths: [%s]}
            """.formatted(String.join(
                ", ",
                List.of(backends.split(", ")).stream()
                        .map(name -> "{path: /, pathType: Prefix, backend: {service: {name: " + name
                                + ", port: {number: 80}}}}")
                        .toList()));
        assertThat(plan(CLOSED, workload("A_URL=https://shop.example.com") + ingress)
                        .policies())
                .hasSize(own ? 0 : 1);
    }

    @Test
    void takesNamesForNoHosts() {
        EgressPlan plan =
                plan(CLOSED, workload("TRUST_URL=spiffe://example.com/web BUCKET_URL=s3://data.example.com/x"));
        assertThat(plan.policies()).isEmpty();
        assertThat(plan.notes()).isEmpty();
    }

    /** The sidecar starts behind init containers, so it does not stand in their way (OSM v1.2.4, pkg/injector/patch.go). */
    @Test
    void leavesInitContainersAlone() {
        String init = workload("X=text")
                .replace(
                        "containers: [",
                        "initContainers: [{name: i, image: x, env: [{name: A_URL, value: 'https://a.example.com'}]}], containers: [");
        assertThat(plan(CLOSED, init).policies()).isEmpty();
    }

    @Test
    void countsNoEgressOfANamespaceThatTheMeshDoesNotWatch() {
        String elsewhere = """
            ---
            apiVersion: v1
            kind: Namespace
            metadata: {name: policies}
            ---
            apiVersion: policy.openservicemesh.io/v1alpha1
            kind: Egress
            metadata: {name: e, namespace: policies}
            spec:
              sources: [{kind: ServiceAccount, name: web, namespace: default}]
              hosts: [api.example.com]
              ports: [{number: 443, protocol: https}]
            """;
        assertThat(plan(CLOSED, workload("A_URL=https://api.example.com") + elsewhere)
                        .policies())
                .hasSize(1);
    }

    private static String config(String traffic) {
        return "apiVersion: config.openservicemesh.io/v1alpha2\nkind: MeshConfig\n"
                + "metadata: {name: osm-mesh-config, namespace: osm-system}\nspec:\n  traffic: {" + traffic + "}\n";
    }

    private static String workload(String env) {
        List<String> entries = List.of(env.split(" ")).stream()
                .map(each -> "{name: " + each.split("=")[0] + ", value: '" + each.split("=", 2)[1] + "'}")
                .toList();
        return """
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: web}
            spec:
              template:
                metadata: {labels: {app: web}}
                spec: {serviceAccountName: web, containers: [{name: c, image: x, env: [%s]}]}
            """.formatted(String.join(", ", entries));
    }

    private static EgressPlan plan(String... manifests) {
        return plan(EgressMode.WRITE, Optional.empty(), manifests);
    }

    private static EgressPlan plan(EgressMode egress, Optional<String> api, String... manifests) {
        Settings settings = new Settings("default", "osm", Dialect.DEFAULT, Optional.empty(), egress, Optional.empty());
        Application application = app(manifests);
        PlanRequest request = new PlanRequest(
                settings, AccountMode.MISSING, Set.of(), PolicyMode.ENFORCED, List.of(), List.of(), api);
        return new Planner(
                        application,
                        new CallFinder(application, Declarations.NONE).find(),
                        new PolicyReader(Dialect.DEFAULT).read(application),
                        request,
                        MeshMode.of(settings, application, new FileNames(Path.of(""))))
                .plan()
                .egress();
    }

    private static String shown(EgressPlan plan) {
        return String.join(
                "; ",
                plan.policies().stream()
                        .map(each -> each.protocol() + " " + each.port()
                                + (each.isWide() ? " any" : "")
                                + (each.hosts().isEmpty() ? "" : " hosts " + each.hosts())
                                + (each.ranges().isEmpty() ? "" : " ranges " + each.ranges()))
                        .toList());
    }
}
