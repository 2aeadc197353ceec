package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FileFormatTest {

    private static final Workload SOURCE = TestManifests.app(TestManifests.deployment("shop", "web"))
            .workloads()
            .get(0);
    private static final Container CONTAINER =
            new Container("c", "", false, List.of(), List.of(), List.of(), List.of(), List.of());

    static Stream<Arguments> files() {
        return Stream.of(
                Arguments.of("REDIS_ADDR", "redis:6379\n", "REDIS_ADDR=redis:6379\n"),
                Arguments.of(
                        "application.properties",
                        "# http://not:1\n! nor\nspring.redis.host=redis\n a.url : http\\://b:1/x\n\nempty=\n",
                        "spring.redis.host=redis, a.url=http://b:1/x, empty="),
                Arguments.of(
                        "application.yml",
                        "spring:\n  rabbitmq: {host: rabbit, port: 5672}\n---\nroutes:\n- uri: http://a\n",
                        "spring.rabbitmq.host=rabbit, spring.rabbitmq.port=5672, routes[0].uri=http://a"),
                Arguments.of("config.json", "{\"a\": {\"b\": [\"x:1\", \"y:2\"]}}", "a.b[0]=x:1, a.b[1]=y:2"),
                Arguments.of("broken.yml", "a: [\nurl: http://b:1\n", "a=[, url=http://b:1"),
                Arguments.of(
                        "config.toml",
                        "title = \"x\"\n[redis]\nhost = \"cache\" \nport = 6379\n",
                        "title=x, redis.host=cache, redis.port=6379"),
                Arguments.of(
                        "nginx.conf",
                        "upstream be { # http://no\n  server orders:8080 weight=5; server b:1;\n}\n"
                                + "server { location / { proxy_pass http://be/; } location /c { proxy_pass http://catalog:8080/; } }\n",
                        "upstream.server[0].address=orders:8080, upstream.server[1].address=b:1,"
                                + " proxy_pass[3].url=http://catalog:8080/"),
                Arguments.of(
                        "run.sh",
                        "#!/bin/sh\n# curl http://no\ncurl http://a:1/x\nexec b\n",
                        "=curl http://a:1/x, =exec b"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void takesAFileApart(String name, String text, String expected) {
        Mention file = new Mention(SOURCE, Evidence.Place.FILE, "", CONTAINER, text, new Location("x.yaml", 1, 1));
        assertThat(String.join(
                        ", ",
                        new FileFormat()
                                .parts(name, file)
                                .map(part -> part.key() + "=" + part.value())
                                .toList()))
                .isEqualTo(expected);
    }
}
