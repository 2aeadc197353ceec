package io.github.meshready.smi.app;

import static io.github.meshready.smi.TestManifests.app;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtocolTest {

    /** OSM v1.2.4, pkg/k8s/client.go ServiceToMeshServices. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {port: 80}                                     | http             | DEFAULT
            {port: 80, name: tcp-db}                       | tcp              | NAME_PREFIX
            {port: 80, name: tcp-server-first-db}          | tcp-server-first | NAME_PREFIX
            {port: 80, name: grpc-api}                     | grpc             | NAME_PREFIX
            {port: 80, name: tcp}                          | http             | DEFAULT
            {port: 80, name: redis-tcp}                    | http             | DEFAULT
            {port: 80, name: tcp-db, appProtocol: http}    | http             | APP_PROTOCOL
            {port: 80, appProtocol: gRPC}                  | grpc             | APP_PROTOCOL
            {port: 80, name: tcp-db, appProtocol: redis}   | -                | APP_PROTOCOL
            {port: 80, appProtocol: https}                 | -                | APP_PROTOCOL
            {port: 80, appProtocol: kubernetes.io/h2c}     | -                | APP_PROTOCOL
            {port: 80, appProtocol: ''}                    | http             | DEFAULT
            """)
    void takesAPortForWhatTheMeshTakesItFor(String port, String protocol, MeshProtocol.Origin origin) {
        MeshProtocol found = port(port, "x").ports().get(0).meshProtocol();
        assertThat(found.protocol().map(Object::toString).orElse(null)).isEqualTo(protocol);
        assertThat(found.origin()).isEqualTo(origin);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {port: 6379}                           | x                              | tcp              | port 6379
            {port: 6379}                           | mcr.microsoft.com/oss/bitnami/redis:6.0.8 | tcp   | image redis
            {port: 1234}                           | localhost:5000/mysql@sha256:0a | tcp-server-first | image mysql
            {port: 80, targetPort: 3306}           | x                              | tcp-server-first | port 3306
            {port: 3306, targetPort: 8080}         | x                              | http             | port 8080
            {port: 3306, name: http}               | x                              | http             | port name http
            {port: 9000, name: mongo}              | x                              | tcp              | port name mongo
            {port: 9000, name: redis-service}      | x                              | tcp              | port name redis-service
            {port: 9000, targetPort: grpc}         | x                              | grpc             | port name grpc
            {port: 9121, name: metrics}            | redis:7                        | http             | port name metrics
            {port: 15672}                          | rabbitmq:3-management          | http             | port 15672
            {port: 5672}                           | rabbitmq:3-management          | tcp              | image rabbitmq
            {port: 443}                            | x                              | tcp              | port 443
            {port: 443, targetPort: 8080}          | x                              | http             | port 8080
            {port: 8081}                           | mongo-express:1                | http             | port 8081
            {port: 9187}                           | prometheuscommunity/postgres-exporter | -         | -
            {port: 8083}                           | x                              | http             | port 8083
            {port: 8009}                           | x                              | tcp              | port 8009
            {port: 8013, name: rpc}                | x                              | -                | -
            {port: 9093}                           | bitnami/kafka                  | tcp              | image kafka
            {port: 9093}                           | prom/alertmanager              | http             | image alertmanager
            {port: 9000}                           | minio/minio                    | http             | image minio
            {port: 8100}                           | x                              | -                | -
            {port: 4711}                           | x                              | -                | -
            """)
    void knowsWhatIsSpokenFromNamesImagesAndNumbers(String port, String image, String protocol, String why) {
        Application application = application(port, image);
        Service service = application.services().get(0);
        var found = SpokenProtocol.of(service.ports().get(0), application.selectedBy(service));
        assertThat(found.map(spoken -> spoken.protocol().toString()).orElse(null))
                .isEqualTo(protocol);
        assertThat(found.map(SpokenProtocol::why).orElse(null)).isEqualTo(why);
    }

    /** Where the port's own name says nothing: what else stands in the container. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            {port: 80, targetPort: 4711}   | ports: [{containerPort: 4711, name: grpc}]                    | grpc | container port name grpc
            {port: 80, targetPort: 4711}   | ports: [{containerPort: 4712, name: grpc}]                    | http | port 80
            {port: 4711}                   | readinessProbe: {httpGet: {port: 4711}}                       | http | a probe
            {port: 4711, targetPort: main} | 'livenessProbe: {httpGet: {port: main}}, ports: [{name: main, containerPort: 1}]' | http | a probe
            {port: 4711, targetPort: main} | 'livenessProbe: {httpGet: {port: 1}}, ports: [{name: main, containerPort: 1}]'    | http | a probe
            {port: 4711}                   | startupProbe: {httpGet: {port: 4711, scheme: HTTPS}}          | tcp  | a probe
            {port: 4711}                   | livenessProbe: {grpc: {port: 4711}}                           | grpc | a probe
            {port: 4711}                   | 'livenessProbe: {grpc: {port: 4711}}, startupProbe: {httpGet: {port: 4711}}' | grpc | a probe
            {port: 4711}                   | livenessProbe: {tcpSocket: {port: 4711}}                      | -    | -
            {port: 4711}                   | livenessProbe: {httpGet: {port: 4712}}                        | -    | -
            {port: 6379}                   | livenessProbe: {httpGet: {port: 6379}}                        | http | a probe
            {port: 4711}                   | 'env: [{name: SERVER_PORT, value: "4711"}]'                   | http | env SERVER_PORT
            {port: 4711}                   | 'env: [{name: GRPC_PORT, value: "4711"}]'                     | grpc | env GRPC_PORT
            {port: 4711}                   | 'env: [{name: DB_PORT, value: "4711"}]'                       | -    | -
            {port: 4711}                   | 'env: [{name: SERVER_PORT, value: "8080"}]'                   | -    | -
            """)
    void knowsWhatIsSpokenFromTheContainer(String port, String container, String protocol, String why) {
        Application application = application(port, "x\", " + container + ", workingDir: \"x");
        Service service = application.services().get(0);
        var found = SpokenProtocol.of(service.ports().get(0), application.selectedBy(service));
        assertThat(found.map(spoken -> spoken.protocol().toString()).orElse(null))
                .isEqualTo(protocol);
        assertThat(found.map(SpokenProtocol::why).orElse(null)).isEqualTo(why);
    }

    private static Service port(String port, String image) {
        return application(port, image).services().get(0);
    }

    private static Application application(String port, String image) {
        return app(
                "apiVersion: v1\nkind: Service\nmetadata: {name: s}\nspec: {selector: {a: b}, ports: [" + port + "]}\n",
                "apiVersion: v1\nkind: Pod\nmetadata: {name: p, labels: {a: b}}\nspec: {containers: [{name: c, image: \""
                        + image + "\"}]}\n");
    }
}
