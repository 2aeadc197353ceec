package io.github.meshready.smi.policy;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.ObjectName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an Egress lets out (osm.md section 6.2). */
class EgressPolicyTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            # hosts                   | ipAddresses      | port and protocol    | call                          | passes
            [a.example]               | []               | 80 http              | a.example 80 http             | true
            [a.example]               | []               | 80 http              | a.example 81 http             | false
            [a.example]               | []               | 80 http              | b.example 80 http             | false
            [a.example]               | []               | 80 http              | a.example 80 tcp              | false
            []                        | []               | 80 http              | a.example 80 http             | false
            []                        | [203.0.113.0/24] | 80 http              | 203.0.113.7 80 http           | false
            [a.example]               | [198.51.100.0/24] | 80 http             | a.example 80 http             | true
            ["*.example"]             | []               | 80 http              | a.example 80 http             | false
            [a.example]               | []               | 443 https            | a.example 443 https           | true
            [a.example]               | []               | 443 https            | b.example 443 https           | false
            ["*.example"]             | []               | 443 https            | a.example 443 https           | true
            ["*.example"]             | []               | 443 https            | a.b.example 443 https         | true
            ["*.example"]             | []               | 443 https            | example 443 https             | false
            [a.example]               | []               | 443 https            | a.example 443 tcp             | false
            []                        | []               | 443 https            | a.example 443 https           | true
            []                        | []               | 443 https            | a.example 443 tcp             | true
            []                        | [203.0.113.0/24] | 443 https            | 198.51.100.1 443 https        | false
            []                        | []               | 5432 tcp             | db.example 5432 tcp           | true
            []                        | []               | 3306 tcp-server-first | db.example 3306 tcp-server-first | true
            []                        | [203.0.113.0/24] | 5432 tcp             | 203.0.113.7 5432 tcp          | true
            []                        | [203.0.113.0/24] | 5432 tcp             | 198.51.100.1 5432 tcp         | false
            []                        | [0.0.0.0/0]      | 5432 tcp             | db.example 5432 tcp           | true
            []                        | []               | 5432 TCP             | db.example 5432 tcp           | false
            [a.example]               | []               | 80 HTTP              | a.example 80 http             | false
            [a.example]               | []               | 443 Https            | a.example 443 https           | false
            [a.example]               | []               | 50051 grpc           | a.example 50051 tcp           | false
            """)
    void lets(String hosts, String ranges, String port, String call, boolean passes) {
        String[] numberAndProtocol = port.split(" ");
        String[] hostPortProtocol = call.split(" ");
        EgressPolicy policy = read("{sources: [{kind: ServiceAccount, name: web, namespace: a}], hosts: " + hosts
                + ", ipAddresses: " + ranges + ", ports: [{number: " + numberAndProtocol[0] + ", protocol: "
                + numberAndProtocol[1] + "}]}");
        assertThat(policy.lets(hostPortProtocol[0], Integer.parseInt(hostPortProtocol[1]), hostPortProtocol[2]))
                .isEqualTo(passes);
    }

    @Test
    void isForServiceAccountsOnly() {
        EgressPolicy policy =
                read("{sources: [{kind: ServiceAccount, name: web, namespace: a}, {kind: Service, name: api,"
                        + " namespace: a}], ports: []}");
        assertThat(policy.hasSource(new ObjectName("a", "web"))).isTrue();
        assertThat(policy.hasSource(new ObjectName("b", "web"))).isFalse();
        assertThat(policy.hasSource(new ObjectName("a", "api"))).isFalse();
    }

    @Test
    void refersToObjectsOfItsNamespaceByKind() {
        EgressPolicy policy = read("{sources: [], ports: [], matches: [{apiGroup: specs.smi-spec.io/v1alpha4, kind:"
                + " HTTPRouteGroup, name: g}, {apiGroup: policy.openservicemesh.io/v1alpha1, kind: UpstreamTrafficSetting,"
                + " name: u}]}");
        assertThat(policy.references("HTTPRouteGroup")).containsExactly(new ObjectName("a", "g"));
        assertThat(policy.references("UpstreamTrafficSetting")).containsExactly(new ObjectName("a", "u"));
    }

    private static EgressPolicy read(String spec) {
        return new PolicyReader(Dialect.DEFAULT)
                .read(app(
                        "apiVersion: policy.openservicemesh.io/v1alpha1\nkind: Egress\nmetadata: {name: e, namespace: a}\nspec: "
                                + spec + "\n"))
                .egressPolicies()
                .get(0);
    }
}
