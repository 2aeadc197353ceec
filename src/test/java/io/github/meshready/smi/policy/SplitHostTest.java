package io.github.meshready.smi.policy;

import static io.github.meshready.smi.SplitManifests.split;
import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.namespace;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.manifest.InputException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a TrafficSplit says, as the mesh reads it. */
class SplitHostTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            api,                     api,   -
            api:80,                  api,   -
            api.shop,                api,   -
            api.other,               api,   -
            api.nowhere,             nowhere, api
            api.shop.svc,            api,   -
            api-0.api.shop,          api,   api-0
            api.shop.svc.cluster,    shop,  api
            api.shop.svc.cluster.local,   api, -
            api.shop.svc.cluster.local:80,   api, -
            api-0.api.shop.svc.cluster.local, api, api-0
            a.b.c.d.e.f.g,           a,     -
            """)
    void countsLabelsAsTheMeshDoes(String written, String service, String pod) {
        TrafficSplit split = read(split("shop", "'" + written + "'", "v1: 1"));
        assertThat(split.apex()).hasToString("shop/" + service);
        assertThat(split.host().pod().orElse(null)).isEqualTo(pod);
    }

    @Test
    void keepsBackendsAsWrittenWithTheirPlaces() {
        TrafficSplit split =
                read(split("shop", "api", "v1: 1_0", "v2.shop: 0.5", "v3: -1", "v4: 1e2", "v5: 99999999999999999999"));
        assertThat(split.split().backends())
                .map(backend -> backend.service() + " " + backend.weight().written() + " "
                        + backend.weight().isPossible())
                .containsExactly(
                        "shop/v1 1_0 true",
                        "shop/v2.shop 0.5 false",
                        "shop/v3 -1 false",
                        "shop/v4 1e2 true",
                        "shop/v5 99999999999999999999 false");
        assertThat(split.split().backends().get(3).weight().value()).isEqualTo(100);
        assertThat(split.backendLocations()).hasSize(5);
        assertThat(split.backendLocations().get(1).line())
                .isEqualTo(split.hostLocation().line());
        assertThat(split.hostLocation().column()).isEqualTo(17);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {service: api, backends: [{service: v1, weight: '1'}]}  | weight must be a number
            {service: api, backends: [{service: v1, weight: .inf}]} | weight must be a number
            {service: api, backends: [{service: v1, weight: [1]}]}  | weight must be a number
            {service: api, backends: [{service: v1}]}               | weight is missing
            {service: api, backends: [{weight: 1}]}                 | service is missing
            {service: api, backends: [{service: yes, weight: 1}]}   | service must be a text
            {backends: [{service: v1, weight: 1}]}                  | service is missing
            """)
    void refusesWhatTheApiServerRejects(String spec, String message) {
        String text = split("shop", "api", "v1: 1").replaceAll("(?m)^spec: .*$", "spec: " + spec);
        assertThatThrownBy(() -> read(text)).isInstanceOf(InputException.class).hasMessageContaining(message);
    }

    private static TrafficSplit read(String split) {
        List<TrafficSplit> splits = new PolicyReader(Dialect.DEFAULT)
                .read(app(namespace("shop"), namespace("other"), split))
                .splits();
        assertThat(splits).hasSize(1);
        return splits.get(0);
    }
}
