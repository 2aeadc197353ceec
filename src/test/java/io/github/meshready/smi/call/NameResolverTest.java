package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.service;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameResolverTest {

    private final NameResolver resolver = new NameResolver(
            app(
                    service("shop", "db", "{port: 1}"),
                    service("data", "db", "{port: 1}"),
                    service("data", "svc", "{port: 1}"),
                    "apiVersion: v1\nkind: Service\nmetadata: {name: mongo, namespace: data}\nspec: {clusterIP: None, ports: [{port: 1}]}\n"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            db                                 | shop | shop/db
            db                                 | data | data/db
            db                                 | else | no else/db
            db.data                            | shop | data/db
            db.data.svc                        | shop | data/db
            db.data.svc.cluster.local          | shop | data/db
            svc                                | data | data/svc
            svc.data                           | shop | data/svc
            mongo-0.mongo.data.svc.cluster.local | shop | data/mongo
            mongo-0.mongo.data                 | shop | data/mongo
            mongo-0.mongo                      | data | data/mongo
            mongo-0.mongo                      | shop | external
            x.db.data.svc                      | shop | no data/db
            redis.data                         | shop | no data/redis
            redis.nowhere                      | shop | external
            redis.nowhere.svc                  | shop | no nowhere/redis
            db..svc                            | shop | no /db
            db..svc.cluster.local              | shop | no /db
            example.com                        | shop | external
            a.b.c.example.com                  | shop | external
            localhost                          | shop | loopback
            localhost.localdomain              | shop | loopback
            """)
    void resolvesAsAPodDoes(String host, String namespace, String expected) {
        Resolution found = resolver.resolve(host, namespace);
        String shown = found instanceof Resolution.Found service
                ? service.service().name().toString()
                : found instanceof Resolution.NoSuchService missing
                        ? "no " + missing.wanted()
                        : found instanceof Resolution.External ? "external" : "loopback";
        assertThat(shown).isEqualTo(expected);
    }
}
