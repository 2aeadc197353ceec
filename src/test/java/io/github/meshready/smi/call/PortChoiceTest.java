package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which port is meant where none is named, of a Service that has several. */
class PortChoiceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            T_HOST=t; T_PORT=2                   | one:1 two:2                    | x           | 2 medium
            T_HOST=t; T_GRPC_PORT=2              | one:1 two:2                    | x           | 2 medium
            T_HOST=t; T_A_PORT=1; T_B_PORT=2     | one:1 two:2                    | x           |
            T_HOST=t; THAT_PORT=2                | one:1 two:2                    | x           |
            T_HOST=t; PORT=2                     | one:1 two:2                    | x           |
            HOST=t; MY_PORT=2                    | one:1 two:2                    | x           |
            SPRING_RABBITMQ_HOST=t               | one:5672 two:15672             | x           | 5672 medium
            KAFKA_HOST=t                         | one:9093 two:9094              | x           |
            BUS_HOST=t                           | one:5672 two:15672             | rabbitmq:3  | 5672 medium
            SEARCH_HOST=t                        | one:9200 two:9300              | r/e/elasticsearch@sha256:0 | 9200 medium
            SEARCH_HOST=t                        | one:9100 two:9300              | elasticsearch-exporter |
            ORDERS_HOST=t                        | http:8080 metrics:9102         | x           | 8080 medium
            ORDERS_HOST=t                        | http:8080 http-management:9102 | x           | 8080 medium
            ORDERS_HOST=t                        | http:8080 grpc:9090            | x           |
            ORDERS_URL=http://t                  | http:8080 grpc:9090            | x           | 8080 medium
            ORDERS_URL=http://t                  | http:8080 metrics:9102         | x           | 8080 medium
            ORDERS_URL=http://t                  | http:80 admin:9102             | x           | 80 high
            ORDERS_GRPC_HOST=t                   | http:8080 grpc:9090            | x           | 9090 medium
            BUS_URL=http://t                     | amqp:5672 http:15672           | rabbitmq:3  | 15672 medium
            BUS_URL=amqp://t                     | amqp:5673 http:15672           | x           | 5673 medium
            """)
    void choosesByWhatStandsBesideAndByNames(String env, String ports, String image, String expected) {
        String variables = Stream.of(env.split("; "))
                .map(pair -> pair.split("=", 2))
                .map(pair -> "{name: " + pair[0] + ", value: '" + pair[1] + "'}")
                .collect(Collectors.joining(", "));
        String[] servicePorts = Stream.of(ports.split(" "))
                .map(port -> port.split(":"))
                .map(port -> "{name: " + port[0] + ", port: " + port[1] + "}")
                .toArray(String[]::new);
        Application application = app(
                deployment("shop", "web", "env: [" + variables + "]"),
                deployment("shop", "t").replace("example/t", image),
                service("shop", "t", servicePorts));
        assertThat(new CallFinder(application, Declarations.NONE)
                        .find().calls().stream()
                                .map(call -> call.port().number() + " " + call.confidence())
                                .collect(Collectors.joining(", ")))
                .isEqualTo(expected == null ? "" : expected);
    }
}
