package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CallFinderTest {

    private static final String[] SHOP = {
        deployment("shop", "db"),
        service("shop", "db", "{port: 5432}"),
        deployment("shop", "api"),
        service("shop", "api", "{name: http, port: 80, targetPort: 8080}", "{name: admin, port: 9000}"),
        deployment("shop", "postgres"),
        service("shop", "pg-ip", "{port: 1}").replace("app: pg-ip", "app: postgres"),
        deployment("shop", "twin"),
        service("shop", "twin", "{name: left, port: 7001}", "{name: right, port: 7002}")
    };

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
        CallGraph graph = find(Declarations.NONE, deployment("shop", "web", container));
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
        CallGraph graph = find(Declarations.NONE, deployment("shop", "web", container));
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
        CallGraph graph = find(Declarations.NONE, web, odd);
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
        CallGraph graph = find(Declarations.NONE, deployment("shop", "web", env(key, value)));
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.unresolved()).isEmpty();
    }

    @Test
    void onlySuggestsWhatHasOnlyANameInCommon() {
        CallGraph graph = find(Declarations.NONE, deployment("shop", "web", env("UPSTREAM_X", "db")));
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.suggestions())
                .map(Call::described)
                .containsExactly("web -> db:5432 tcp-server-first (env UPSTREAM_X)");
    }

    @Test
    void takesItsOwnServiceForNoCall() {
        Application application =
                app(deployment("shop", "db", env("ADVERTISED", "db:5432")), service("shop", "db", "{port: 5432}"));
        CallGraph graph = new CallFinder(application, Declarations.NONE).find();
        assertThat(graph.calls()).isEmpty();
        assertThat(graph.unresolved()).isEmpty();
    }

    static Stream<Arguments> ownService() {
        return Stream.of(
                Arguments.of("a pod's own name", "db-0.db:5432", "", "db -> db:5432 tcp-server-first (env X)"),
                Arguments.of(
                        "a list of peers", "db-0.db:5432,db-1.db:5432", "db -> db:5432 tcp-server-first (env X)", ""),
                Arguments.of("the Service, twice", "db:5432,db:5432", "", ""),
                Arguments.of(
                        "peers with the numbers of voters",
                        "0@db-0.db:5432,1@db-1.db:5432",
                        "db -> db:5432 tcp-server-first (env X)",
                        ""),
                Arguments.of("a seed", "db-0.db", "db -> db:5432 tcp-server-first (env SEEDS)", ""),
                Arguments.of("the Service as seed", "db", "db -> db:5432 tcp-server-first (env SEEDS)", ""),
                Arguments.of("what pods are called", "db-0,db-1", "", ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ownService")
    void tellsPeersFromWhatAWorkloadIsKnownBy(String what, String value, String calls, String suggestions) {
        String key = what.contains("seed") ? "SEEDS" : "X";
        String stateful = deployment("shop", "db", env(key, value))
                .replace("kind: Deployment", "kind: StatefulSet")
                .replace("spec:\n  selector", "spec:\n  serviceName: db\n  selector");
        String headless = service("shop", "db", "{port: 5432}").replace("spec:", "spec:\n  clusterIP: None");
        CallGraph graph = new CallFinder(app(stateful, headless), Declarations.NONE).find();
        assertThat(String.join(",", graph.calls().stream().map(Call::described).toList()))
                .isEqualTo(calls);
        assertThat(graph.calls()).allMatch(call -> call.toPods() == value.contains("."));
        assertThat(graph.unresolved()).isEmpty();
        assertThat(String.join(
                        ",", graph.suggestions().stream().map(Call::described).toList()))
                .isEqualTo(suggestions);
    }

    @Test
    void callsItsPeersWhereTheyTalkToEachOther() {
        String stateful = deployment("shop", "es", env("discovery.seed_hosts", "es-0.es,es-1.es"))
                .replace("kind: Deployment", "kind: StatefulSet");
        String headless = service("shop", "es", "{name: rest, port: 9200}", "{name: inter-node, port: 9300}")
                .replace("spec:", "spec:\n  clusterIP: None");
        assertThat(new CallFinder(app(stateful, headless), Declarations.NONE)
                        .find()
                        .calls())
                .map(Call::described)
                .containsExactly("es -> es:9300 tcp (env discovery.seed_hosts)");
    }

    @Test
    void callsTheOthersBehindItsOwnService() {
        String labels = "metadata: {labels: {app: db}}";
        Application application = app(
                deployment("shop", "db", env("X", "db:5432")),
                deployment("shop", "standby").replace("metadata: {labels: {app: standby}}", labels),
                service("shop", "db", "{port: 5432}"));
        assertThat(new CallFinder(application, Declarations.NONE).find().calls())
                .map(Call::described)
                .containsExactly("db -> db:5432 tcp-server-first (env X)");
    }

    @Test
    void takesADeclaredCallForTheAnswerToAnAddressThatSaysTooLittle() {
        String web =
                deployment("shop", "web", "env: [{name: TWIN_HOST, value: twin}, {name: OLD_HOST, value: legacy}]");
        assertThat(find(Declarations.NONE, web).unresolved()).hasSize(2);
        CallGraph declared = find(new Declarations(List.of(new DeclaredCall("web", "twin", "left")), List.of()), web);
        assertThat(declared.unresolved()).map(each -> each.address().toString()).containsExactly("legacy");
        CallGraph ofAnother = find(new Declarations(List.of(new DeclaredCall("db", "twin", "left")), List.of()), web);
        assertThat(ofAnother.unresolved()).hasSize(2);
    }

    @Test
    void ignoresAddressesThatLeadNowhere() {
        String web = deployment("shop", "web", "env: [{name: A_HOST, value: legacy}, {name: B_HOST, value: 'old:7'}]");
        assertThat(ignoring(new DeclaredCall("web", "legacy", ""), web).unresolved())
                .map(each -> each.address().toString())
                .containsExactly("old:7");
        assertThat(ignoring(new DeclaredCall("", "old", "7"), web).unresolved())
                .map(each -> each.address().toString())
                .containsExactly("legacy");
        assertThat(ignoring(new DeclaredCall("", "old", "8"), web).unresolved()).hasSize(2);
    }

    @Test
    void refusesToIgnoreTheCallsOfNobody() {
        assertThatThrownBy(() -> ignoring(new DeclaredCall("wep", "db", ""), deployment("shop", "web")))
                .hasMessageContaining("<ignoredCall> wep -> db: <from>wep</from> names nothing in the manifests;"
                        + " did you mean web?");
    }

    @Test
    void knowsWhatInitContainersCall() {
        String web = deployment("shop", "web", env("DB_HOST", "db"))
                .replace(
                        "      containers:",
                        "      initContainers: [{name: i, image: x, args: [--db=db:5432, --api=api:80]}]\n      containers:");
        List<Call> calls = find(Declarations.NONE, web).calls();
        assertThat(calls)
                .map(call -> call.described() + " " + call.isOnlyBeforeSidecar() + " "
                        + call.beforeSidecar().size())
                .containsExactly(
                        "web -> api:80 http (argument --api of init container i) true 1",
                        "web -> db:5432 tcp-server-first (env DB_HOST, argument --db of init container i) false 1");
    }

    @Test
    void reportsAServiceWithoutPods() {
        CallGraph graph = find(
                Declarations.NONE, deployment("shop", "web", env("X", "ext:1")), service("shop", "ext", "{port: 1}"));
        assertThat(graph.unresolved()).map(Unresolved::reason).containsExactly(Unresolved.Reason.NO_PODS);
    }

    @Test
    void gathersAllEvidenceOfOneCall() {
        CallGraph graph = find(
                Declarations.NONE,
                deployment(
                        "shop",
                        "web",
                        "args: [--db=db:5432]",
                        "env: [{name: DB_HOST, value: db}, {name: B_X, value: db}]"));
        assertThat(graph.calls()).singleElement().satisfies(call -> {
            assertThat(call.confidence()).isEqualTo(Confidence.HIGH);
            assertThat(call.reasons()).isEqualTo("env DB_HOST, argument --db");
        });
    }

    @Test
    void neverKeepsAValueThatMayHoldCredentials() {
        CallGraph graph = find(
                Declarations.NONE, deployment("shop", "web", env("X", "postgresql://u:SENTINEL@db:5432/x?p=SENTINEL")));
        assertThat(graph.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.evidence().toString()).doesNotContain("SENTINEL"));
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
        List<Call> calls = find(Declarations.NONE, deployment("shop", "web", "env: [" + env + "]"))
                .calls();
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
        List<Call> calls = find(Declarations.NONE, deployment("shop", "web"), deployment("shop", "my-gateway"), config)
                .calls();
        assertThat(String.join(
                        ", ",
                        calls.stream()
                                .map(call -> call.described().replaceAll(" http.*", ""))
                                .toList()))
                .isEqualTo(expected == null ? "" : expected);
        String mounted = deployment("shop", "job", "volumeMounts: [{name: v, mountPath: /x}]")
                + "      volumes: [{name: v, configMap: {name: " + name + "}}]\n";
        assertThat(find(Declarations.NONE, deployment("shop", "web"), deployment("shop", "my-gateway"), config, mounted)
                        .calls())
                .as("of one that is handed out")
                .allMatch(call -> call.source().name().equals("job"));
    }

    static Stream<Arguments> credentials() {
        return Stream.of(
                Arguments.of(env("DB_PASSWORD", "SENTINEL:5432")),
                Arguments.of(env("DB_PASSWORD", "SENTINEL.shop.svc")),
                Arguments.of(env("API_KEY", "SENTINEL")),
                Arguments.of(env("DSN", "user:SENTINEL:5432")),
                Arguments.of(env("X", "postgresql://u:p/SENTINEL@db:5432/x")),
                Arguments.of(env("X", "https://u:p#SENTINEL.com@db/x")),
                Arguments.of("args: [-pSENTINEL]"),
                Arguments.of("args: ['-pSENTINEL=db:5432']"),
                Arguments.of("args: [--token=SENTINEL:80]"),
                Arguments.of("args: [--password, 'SENTINEL:80']"));
    }

    @ParameterizedTest
    @MethodSource("credentials")
    void neverShowsWhatMayBeACredential(String container) {
        CallGraph graph = find(Declarations.NONE, deployment("shop", "web", container));
        String shown = graph.calls().stream().map(Call::described).toList()
                + graph.suggestions().stream().map(Call::described).toList().toString()
                + graph.unresolved().stream()
                        .map(each -> each.address()
                                + each.explanation()
                                + each.evidence().described())
                        .toList();
        assertThat(shown).doesNotContain("SENTINEL");
    }

    @Test
    void showsOfSecretsOnlyTheServicesThatTheyName() {
        String secret = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\nstringData:\n"
                + "  DB_URL: postgresql://u:SENTINEL@db:5432/x\n  API_HOST: SENTINEL.shop.svc\n  OTHER_URL: http://SENTINEL:1/\n"
                + "  config.yml: \"token: {host: SENTINEL, port: 80}\\nurl: http://api:80\"\n";
        CallGraph graph = find(
                Declarations.NONE,
                deployment(
                                "shop",
                                "web",
                                "envFrom: [{secretRef: {name: s}}]",
                                "volumeMounts: [{name: v, mountPath: /x}]")
                        + "      volumes: [{name: v, secret: {secretName: s}}]\n",
                secret);
        assertThat(graph.calls())
                .map(Call::described)
                .containsExactly(
                        "web -> api:80 http (env config.yml.url of Secret s, file url of config.yml in Secret s)",
                        "web -> db:5432 tcp-server-first (env DB_URL of Secret s, file DB_URL of Secret s)");
        assertThat(graph.unresolved() + "" + graph.suggestions()).doesNotContain("SENTINEL");
    }

    static Stream<Arguments> declared() {
        return Stream.of(
                Arguments.of(new DeclaredCall("web", "db", ""), "web -> db:5432 tcp-server-first (declared)"),
                Arguments.of(new DeclaredCall("shop/web", "shop/api", "9000"), "web -> api:9000 tcp (declared)"),
                Arguments.of(new DeclaredCall("Deployment/shop/web", "api", "http"), "web -> api:80 http (declared)"),
                Arguments.of(new DeclaredCall("Deployment/web", "api", "admin"), "web -> api:9000 tcp (declared)"),
                Arguments.of(
                        new DeclaredCall("web", "api", "admin", Optional.of(AppProtocol.GRPC), "of the nightly job"),
                        "web -> api:9000 grpc (declared: of the nightly job)"));
    }

    @ParameterizedTest
    @MethodSource("declared")
    void takesDeclaredCalls(DeclaredCall call, String expected) {
        CallGraph graph = find(new Declarations(List.of(call), List.of()), deployment("shop", "web"));
        assertThat(graph.calls()).map(Call::described).containsExactly(expected);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        new DeclaredCall("weeb", "db", ""),
                        "<call> weeb -> db: <from>weeb</from> names nothing in the manifests; did you mean web?"),
                Arguments.of(
                        new DeclaredCall("web", "dc", ""),
                        "<to>dc</to> names nothing in the manifests; did you mean db?"),
                Arguments.of(new DeclaredCall("web", "db", "1"), "Service shop/db has no TCP port 1"),
                Arguments.of(new DeclaredCall("web", "api", ""), "Service shop/api has several ports"),
                Arguments.of(new DeclaredCall("dup", "db", ""), "<from>dup</from> names several"),
                Arguments.of(
                        new DeclaredCall("web", "marked", "", Optional.of(AppProtocol.TCP), ""),
                        "<call> web -> marked: <protocol>tcp</protocol> is declared, and Service shop/marked has"
                                + " appProtocol HTTP on that port"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesDeclarationsThatNameNothingOrSeveralThings(DeclaredCall call, String message) {
        assertThatThrownBy(() -> find(
                        new Declarations(List.of(call), List.of()),
                        deployment("shop", "web"),
                        deployment("shop", "dup"),
                        deployment("other", "dup"),
                        deployment("shop", "marked"),
                        service("shop", "marked", "{port: 80, appProtocol: HTTP}")))
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoProtocolsForOnePort() {
        List<DeclaredCall> calls = List.of(
                new DeclaredCall("web", "db", "", Optional.of(AppProtocol.TCP), ""),
                new DeclaredCall("api", "db", "", Optional.of(AppProtocol.HTTP), ""));
        assertThatThrownBy(() -> find(new Declarations(calls, List.of()), deployment("shop", "web")))
                .hasMessageContaining(
                        "<call> api -> db: <protocol>http</protocol> is declared, and tcp for the same port elsewhere");
    }

    /** OSM would take these for http; raw TCP carries that as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {port: 7777}                             | {port: 1234}               | 7777 tcp assumed, as nothing tells
            {port: 7777}                             | {port: 7777, name: grpc}   | 7777 tcp assumed, as nothing tells
            {port: 7777}                             | {port: 7777, name: mysql}  | 7777 tcp assumed, as nothing tells
            {port: 8013, name: rpc}                  | {port: 1234}               | 8013 tcp assumed, as nothing tells
            {port: 8009}                             | {port: 1234}               | 8009 tcp port 8009
            {port: 7777}                             | {port: 7777, name: http-x} | 7777 http port 7777 elsewhere in the application
            {port: 7777, name: tcp-server-first-x}   | {port: 7777, name: http-x} | 7777 tcp-server-first port name tcp-server-first-x
            """)
    void takesWhatNothingTellsForWhatTheNumberIsElsewhereElseForTcp(String port, String other, String expected) {
        CallGraph graph = find(
                Declarations.NONE,
                deployment("shop", "web", env("X_ADDR", "odd")),
                deployment("shop", "odd"),
                service("shop", "odd", port),
                deployment("shop", "other"),
                service("shop", "other", other));
        Call call = graph.calls().get(0);
        PortProtocol spoken = graph.protocol(call.service(), call.port());
        assertThat(call.port().number() + " " + spoken.protocol() + " " + spoken.why())
                .isEqualTo(expected);
        assertThat(spoken.isKnown()).isEqualTo(!expected.contains("assumed"));
    }

    /** Nobody needs a guess there, and a mark would change what works. */
    @Test
    void leavesPortsThatNobodyCallsToTheMesh() {
        CallGraph graph = find(
                Declarations.NONE,
                deployment("shop", "web"),
                deployment("shop", "odd"),
                service("shop", "odd", "{port: 7777}"));
        assertThat(graph.protocols().values())
                .filteredOn(spoken -> !spoken.isKnown())
                .map(PortProtocol::protocol)
                .containsOnly(AppProtocol.HTTP);
    }

    @Test
    void ignoresWhatIsSaidToBeNoCall() {
        String[] web = {deployment("shop", "web", "env: [{name: A, value: 'db:5432'}, {name: B, value: 'api:80'}]")};
        assertThat(ignoring(new DeclaredCall("web", "", ""), web).calls()).isEmpty();
        assertThat(ignoring(new DeclaredCall("", "db", ""), web).calls())
                .map(Call::described)
                .containsExactly("web -> api:80 http (env B)");
        assertThat(ignoring(new DeclaredCall("web", "api", "http"), web).ignored())
                .map(IgnoredCall::described)
                .containsExactly("web -> api:80 http (env B)");
        assertThat(ignoring(new DeclaredCall("web", "api", "", Optional.empty(), "switched off"), web)
                        .ignored())
                .map(IgnoredCall::described)
                .containsExactly("web -> api:80 http (env B): switched off");
        DeclaredCall unused = new DeclaredCall("web", "api", "9000");
        assertThat(ignoring(unused, web).unusedIgnores()).containsExactly(unused);
        CallGraph both = find(
                new Declarations(List.of(new DeclaredCall("web", "db", "")), List.of(new DeclaredCall("web", "", ""))),
                web);
        assertThat(both.calls())
                .as("a declared call holds")
                .map(call -> call.service().name().name())
                .containsExactly("db");
    }

    private static CallGraph ignoring(DeclaredCall ignored, String... documents) {
        return find(new Declarations(List.of(), List.of(ignored)), documents);
    }

    @Test
    void believesAClientsSchemeMoreThanANumber() {
        Application application = app(
                deployment("a", "web", env("X", "http://odd:3306/")),
                deployment("a", "odd"),
                service("a", "odd", "{port: 3306}"),
                deployment("a", "pg"),
                service("a", "pg", "{port: 9999}"),
                deployment("a", "two", env("PG", "postgres://pg:9999/x")));
        assertThat(new CallFinder(application, Declarations.NONE).find().calls())
                .map(Call::described)
                .containsExactly("two -> pg:9999 tcp-server-first (env PG)", "web -> odd:3306 http (env X)");
    }

    @ParameterizedTest
    @CsvSource({
        "7777, jdbc:postgresql://db:7777/x, http://db:7777, tcp-server-first",
        "7777, redis://db:7777, http://db:7777, tcp",
        "7777, grpc://db:7777, http://db:7777, http",
        "5432, http://db:5432, redis://db:5432, tcp-server-first",
        "8080, tcp://db:8080, http://db:8080, http"
    })
    void takesWhatCarriesBothWhereClientsDisagree(String port, String one, String other, String protocol) {
        for (String[] values : new String[][] {{one, other}, {other, one}}) {
            Application application = app(
                    deployment(
                            "a",
                            "web",
                            "env: [{name: A, value: '%s'}, {name: B, value: '%s'}]".formatted(values[0], values[1])),
                    deployment("a", "db"),
                    service("a", "db", "{port: " + port + "}"));
            assertThat(new CallFinder(application, Declarations.NONE).find().calls())
                    .map(call -> call.protocol().toString())
                    .containsExactly(protocol);
        }
    }

    @Test
    void doesNotDependOnTheOrderOfDocuments() {
        List<String> documents = new ArrayList<>(List.of(SHOP));
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

    private static CallGraph find(Declarations declarations, String... documents) {
        List<String> all = new ArrayList<>(List.of(SHOP));
        all.addAll(List.of(documents));
        return new CallFinder(app(all.toArray(String[]::new)), declarations).find();
    }
}
