package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.call.Shop.find;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Which calls are found in what containers are told, and where nothing is granted. */
class CallFinderTest {

    static Stream<Arguments> evidence() {
        return Stream.of(
                Arguments.of(env("DB_HOST", "db"), "web -> db:5432 tcp-server-first (env DB_HOST) medium"),
                Arguments.of(env("X", "http://api/x"), "web -> api:80 http (env X) high"),
                Arguments.of(env("X", "api.shop.svc.cluster.local:9000"), "web -> api:9000 tcp (env X) high"),
                Arguments.of("args: [--db=db:5432]", "web -> db:5432 tcp-server-first (argument --db) high"),
                Arguments.of("args: [--db-host, db]", "web -> db:5432 tcp-server-first (argument --db-host) medium"),
                Arguments.of("command: [app, 'db:5432']", "web -> db:5432 tcp-server-first (argument) high"),
                Arguments.of(
                        "command: [sh, -c, 'exec app --to http://api:9000/']",
                        "web -> api:9000 http (argument --to) high"),
                Arguments.of(
                        "command: [sh, -ec, 'exec java $OPTS -Ddb.host=db -Ddb.port=5432 -jar a.jar']",
                        "web -> db:5432 tcp-server-first (argument -Ddb.host) medium"),
                Arguments.of(
                        "command: [/bin/bash, -o, pipefail, -c]\nargs: ['until pg_isready -h db -U me; do sleep 1; done']",
                        "web -> db:5432 tcp-server-first (argument) high"),
                Arguments.of(
                        "command: [sh, -c, 'curl -s $API/x']\nenv: [{name: API, value: 'api:9000'}]",
                        "web -> api:9000 http (env API, argument, argument -s) high"),
                Arguments.of(
                        "livenessProbe: {exec: {command: [sh, -c, 'nc -z db 5432']}}",
                        "web -> db:5432 tcp-server-first (argument) high"),
                Arguments.of(
                        "lifecycle: {preStop: {exec: {command: [curl, -X, POST, 'api:80/bye']}}}",
                        "web -> api:80 http (argument) high"),
                Arguments.of("command: [pg_isready, -h, db]", "web -> db:5432 tcp-server-first (argument) high"),
                Arguments.of(
                        "args: ['TCP-LISTEN:80,fork', 'TCP:db:5432']",
                        "web -> db:5432 tcp-server-first (argument) high"),
                Arguments.of(
                        "args: [--twin-host, twin, --twin-port, '7002']",
                        "web -> twin:7002 tcp (argument --twin-host) medium"),
                Arguments.of(
                        "env: [{name: GRPC_CLIENT_X_ADDRESS, value: 'static://twin:7002'}]",
                        "web -> twin:7002 grpc (env GRPC_CLIENT_X_ADDRESS) high"),
                Arguments.of(
                        "env: [{name: CFG, value: \"a:\\n  host: twin\\n  port: 7001\\n\"}]",
                        "web -> twin:7001 tcp (env CFG.a.host) medium"),
                Arguments.of(
                        "env: [{name: SERVERS, value: '[{\"host\": \"twin\", \"port\": 7001}]'}]",
                        "web -> twin:7001 tcp (env SERVERS[0].host) medium"),
                Arguments.of(
                        "env: [{name: BROKERS, value: '[\"db:5432\"]'}]",
                        "web -> db:5432 tcp-server-first (env BROKERS[0]) high"),
                Arguments.of(
                        "command: [env, 'DB_HOST=db', app]",
                        "web -> db:5432 tcp-server-first (argument DB_HOST) medium"));
    }

    @ParameterizedTest
    @MethodSource("evidence")
    void findsACallInEnvironmentAndArguments(String container, String expected) {
        CallGraph graph = find(deployment("shop", "web", container));
        assertThat(graph.calls())
                .map(call -> call.described() + " " + call.confidence())
                .containsExactly(expected);
    }

    static Stream<Arguments> noCalls() {
        return Stream.of(
                Arguments.of(env("DB_NAME", "db"), ""),
                Arguments.of("args: [db]", ""),
                Arguments.of("command: [sh, -c, '# curl http://api:80']", ""),
                Arguments.of("command: [sh, -c, 'echo \"open http://api:80\"; printf db:5432 >&2']", ""),
                Arguments.of("command: [sh, -c, 'nslookup db']", ""),
                Arguments.of("command: ['', x]", ""),
                Arguments.of("command: [sh, -c, '\"\" x']", ""),
                Arguments.of("command: [sh, -c]", ""),
                Arguments.of("livenessProbe: {httpGet: {host: db, port: 5432}}", ""),
                Arguments.of("livenessProbe: {exec: {command: [redis-cli, -h, localhost, ping]}}", ""),
                Arguments.of(env("CORS_ORIGINS", "[\"http://api:80\"]"), ""),
                Arguments.of("env: [{name: DB_ENABLED, value: 'false'}, {name: DB_URL, value: 'postgres://db'}]", ""),
                Arguments.of("env: [{name: X_DISABLED, value: 'true'}, {name: X_API_URL, value: 'http://api'}]", ""),
                Arguments.of(env("LISTEN", "localhost:8080"), ""),
                Arguments.of(env("X", "db:1234"), "no-such-port db:1234 Service shop/db has no TCP port 1234"),
                Arguments.of(
                        env("TWIN_HOST", "twin"),
                        "port-unclear twin Service shop/twin has several TCP ports and nothing says which is called"),
                Arguments.of(
                        env("X", "ap:80"),
                        "no-such-service ap:80 no manifest defines a Service shop/ap; did you mean api?"),
                Arguments.of(
                        env("PG_HOST", "postgres"),
                        "no-such-service postgres no manifest defines a Service shop/postgres; did you mean pg-ip, which"
                                + " selects Deployment postgres?"),
                Arguments.of(env("X", "https://example.com/x"), "external example.com outside of the cluster"),
                Arguments.of(env("MODE", "example.com"), ""));
    }

    @ParameterizedTest
    @MethodSource("noCalls")
    void grantsNothingItIsNotSureOfAndSaysWhy(String container, String reason) {
        CallGraph graph = find(deployment("shop", "web", container));
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.unresolved())
                .map(each -> each.reason() + " " + each.address() + " " + each.explanation())
                .containsExactlyElementsOf(reason.isEmpty() ? List.of() : List.of(reason));
    }

    /** The scheme's own port does not exist: the call is meant, and cannot work as written. */
    @Test
    void allowsTheOnlyPortInsteadOfOneThatIsMissingAndSaysSo() {
        String odd = deployment("shop", "odd") + "---\n" + service("shop", "odd", "{port: 8080}");
        String web = deployment("shop", "web", env("ODD_URL", "http://odd/x"));
        CallGraph graph = find(web, odd);
        assertThat(graph.calls())
                .map(call -> call.described() + " " + call.confidence())
                .containsExactly("web -> odd:8080 http (env ODD_URL) medium");
        assertThat(graph.unresolved())
                .map(Unresolved::explanation)
                .containsExactly(
                        "Service shop/odd has no TCP port 80, which http:// means; port 8080 is allowed instead");
        Declarations declared = new Declarations(List.of(new DeclaredCall("web", "odd", "")), List.of());
        assertThat(find(declared, web, odd).unresolved()).as("once confirmed").isEmpty();
    }

    static Stream<Arguments> guests() {
        return Stream.of(
                Arguments.of("CORS_ALLOWED_ORIGINS", "http://api:80"),
                Arguments.of("CORS_ALLOWED_ORIGINS", "http://api:3000"),
                Arguments.of("NO_PROXY", "localhost,api:80"),
                Arguments.of("ALLOWED_HOSTS", "twin,db"));
    }

    @ParameterizedTest
    @MethodSource("guests")
    void grantsNothingToWhoeverIsOnlyLetIn(String key, String value) {
        CallGraph graph = find(deployment("shop", "web", env(key, value)));
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.unresolved()).isEmpty();
    }

    @Test
    void onlySuggestsWhatHasOnlyANameInCommon() {
        CallGraph graph = find(deployment("shop", "web", env("UPSTREAM_X", "db")));
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.suggestions())
                .map(Call::described)
                .containsExactly("web -> db:5432 tcp-server-first (env UPSTREAM_X)");
    }

    @Test
    void knowsWhatInitContainersCall() {
        String web = deployment("shop", "web", env("DB_HOST", "db"))
                .replace(
                        "      containers:",
                        "      initContainers: [{name: i, image: x, args: [--db=db:5432, --api=api:80]}]\n      containers:");
        List<Call> calls = find(web).calls();
        assertThat(calls)
                .map(call -> call.described() + " " + call.isOnlyBeforeSidecar() + " "
                        + call.beforeSidecar().size())
                .containsExactly(
                        "web -> api:80 http (argument --api of init container i) true 1",
                        "web -> db:5432 tcp-server-first (env DB_HOST, argument --db of init container i) false 1");
    }

    @Test
    void reportsAServiceWithoutPods() {
        CallGraph graph = find(deployment("shop", "web", env("X", "ext:1")), service("shop", "ext", "{port: 1}"));
        assertThat(graph.unresolved()).map(Unresolved::reason).containsExactly(Unresolved.Reason.NO_PODS);
    }

    @Test
    void gathersAllEvidenceOfOneCall() {
        CallGraph graph = find(deployment(
                "shop", "web", "args: [--db=db:5432]", "env: [{name: DB_HOST, value: db}, {name: B_X, value: db}]"));
        assertThat(graph.calls()).singleElement().satisfies(call -> {
            assertThat(call.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(call.reasons()).isEqualTo("env DB_HOST, argument --db");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            {name: DB_NAMESPACE, value: shop}                                    ! web -> db:5432
            {name: DB_NAMESPACE, value: other}                                   !
            {name: POD_NAMESPACE, value: shop}                                   !
            {name: X_SVC, value: db}, {name: X_NAMESPACE, value: shop}           ! web -> db:5432
            {name: X_HOST, value: db}, {name: X_PORT, value: '5432'}             ! web -> db:5432
            {name: X_HOST, value: db}, {name: X_PORT, value: '1'}                !
            {name: X_SERVICE_NAME, value: db}, {name: X_SERVICE_PORT, value: '5432'} ! web -> db:5432
            {name: X_DB_NAME, value: db}, {name: X_DB_PORT, value: '5432'}       !
            {name: OTEL_SERVICE_NAME, value: db}                                 !
            {name: UPSTREAM_X, value: db}, {name: UPSTREAM_X_PORT, value: '5432'} ! web -> db:5432
            {name: JAVA_OPTS, value: '-Xmx1g -Dspring.redis.host=db'}            ! web -> db:5432
            {name: SPRING_APPLICATION_JSON, value: '{"a": {"host": "db"}}'}      ! web -> db:5432
            {name: TARGETS, value: 'db-0.db:1,db:5432'}                          ! web -> db:5432
            {name: X_ADDR, value: 'db:main'}                                     !
            {name: X_ADDR, value: 'api:admin'}                                   ! web -> api:9000
            {name: X, value: 'dns:///db:5432'}                                   ! web -> db:5432
            {name: X, value: '$(DB_SERVICE_HOST):$(DB_SERVICE_PORT)'}            ! web -> db:5432
            """)
    void putsTogetherWhatStandsApart(String env, String expected) {
        List<Call> calls = find(deployment("shop", "web", "env: [" + env + "]")).calls();
        assertThat(String.join(
                        ", ",
                        calls.stream()
                                .map(call -> call.described().replaceAll(" [a-z-]+ \\(.*", ""))
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource({
        "web, application.yml, 'a: {url: http://api:80}', web -> api:80",
        "web, other.txt, 'http://api:80', ",
        "shared, application.yml, 'a: {url: http://api:80}', ",
        "shared, application.yml, 'spring: {cloud: {gateway: {routes: [{uri: http://api:80}]}}}', my-gateway -> api:80"
    })
    void readsConfigMapsThatSpringFetchesItself(String name, String file, String text, String expected) {
        String config = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: %s, namespace: shop}\ndata: {%s: \"%s\"}\n"
                .formatted(name, file, text);
        List<Call> calls = find(deployment("shop", "web"), deployment("shop", "my-gateway"), config)
                .calls();
        assertThat(String.join(
                        ", ",
                        calls.stream()
                                .map(call -> call.described().replaceAll(" http.*", ""))
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
        String mounted = deployment("shop", "job", "volumeMounts: [{name: v, mountPath: /x}]")
                + "      volumes: [{name: v, configMap: {name: " + name + "}}]\n";
        assertThat(find(deployment("shop", "web"), deployment("shop", "my-gateway"), config, mounted)
                        .calls())
                .as("of one that is handed out")
                .allMatch(call -> call.source().name().equals("job"));
    }

    @Test
    void doesNotDependOnTheOrderOfDocuments() {
        List<String> documents = new ArrayList<>(Shop.DOCUMENTS);
        documents.add(deployment(
                "shop", "web", "env: [{name: A, value: 'http://db:5432'}, {name: API_HOST, value: 'api:80'}]"));
        documents.add(deployment("shop", "web2", env("A", "redis://db:5432")));
        String expected = described(documents);
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(documents, new Random(seed));
            assertThat(described(documents)).isEqualTo(expected);
        }
    }

    private static String described(List<String> documents) {
        CallGraph graph = new CallFinder(app(documents.toArray(String[]::new)), Declarations.NONE).find();
        return graph.calls().stream().map(Call::described).toList().toString();
    }
}
