package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.workload;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Application;
import io.github.meshready.smi.app.Workload;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentTest {

    private static final String CONFIG =
            "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: m, namespace: shop}\ndata: {A: one, B: two, k: 'x', RAW: '$(A)'}\n";
    private static final String SECRET = "apiVersion: v1\nkind: Secret\nmetadata: {name: s, namespace: shop}\n"
            + "data: {D: aGlkZGVu, broken: '%%%', O: b2xk}\nstringData: {O: new}\n";

    @Test
    void gathersWhatIsWrittenElsewhere() {
        assertThat(
                        values(
                                "envFrom: [{configMapRef: {name: m}}, {secretRef: {name: s}, prefix: S_}, {configMapRef: {name: gone}}]",
                                "env: [{name: B, value: 'mine $(A) $(NO)'}, {name: K, valueFrom: {configMapKeyRef: {name: m, key: k}}},"
                                        + " {name: E, valueFrom: {secretKeyRef: {name: s, key: D}}}, {name: F, valueFrom: {fieldRef: {fieldPath: x}}}]"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "A",
                        "one",
                        "k",
                        "x",
                        "RAW",
                        "$(A)",
                        "S_D",
                        "hidden",
                        "S_O",
                        "new",
                        "B",
                        "mine one $(NO)",
                        "K",
                        "x",
                        "E",
                        "hidden"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            $(HOST):$(PORT),                   db:5432
            ${HOST}:${PORT},                   db:5432
            ${MISSING:other}:1,                other:1
            ${MISSING:-other}:1,               other:1
            ${db.host:other},                  relaxed
            $(ORDERS_SERVICE_HOST):$(ORDERS_SERVICE_PORT), orders:80
            $(ORDERS_SERVICE_HOST:x),          $(ORDERS_SERVICE_HOST:x)
            $(HEADLESS_SERVICE_HOST),          $(HEADLESS_SERVICE_HOST)
            $(NO) ${NO} $NO $,                 $(NO) ${NO} $NO $
            $(HOST $(HOST),                    $(HOST db
            """)
    void writesReferencesOut(String text, String expected) {
        Application application = app(
                deployment(
                        "shop",
                        "web",
                        "env: [{name: HOST, value: db}, {name: PORT, value: '5432'}, {name: DB_HOST, value: relaxed}]"),
                service("shop", "orders", "{port: 80}", "{name: x, port: 81}"),
                service("shop", "headless", "{port: 80}").replace("spec:", "spec:\n  clusterIP: None"));
        assertThat(environment(application).expanded(text)).isEqualTo(expected);
    }

    private static Map<String, String> values(String... lines) {
        return environment(app(deployment("shop", "web", lines), CONFIG, SECRET))
                .values();
    }

    private static Environment environment(Application application) {
        Workload web = workload(application, "web");
        return new Environment(application, web, web.pod().containers().get(0));
    }
}
