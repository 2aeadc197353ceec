package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.AddressReader.Sighting;
import io.github.meshready.smi.manifest.Location;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressReaderTest {

    private static final Workload SOURCE = TestManifests.app(TestManifests.deployment("shop", "web"))
            .workloads()
            .get(0);
    private static final Container CONTAINER =
            new Container("c", "", false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
            ADDR        | redis:6379                              | redis:6379 high
            ADDR        | Redis.Data.:6379                        | redis.data:6379 high
            X           | http://catalog/api                      | http catalog high
            X           | HTTP://Catalog:8080/api?x=y             | http catalog:8080 high
            X           | postgresql://u:$(PW)@pg:5432/db         | postgresql pg:5432 high
            X           | http://admin:${a.b}@reg.demo.svc:8761/x | http reg.demo.svc:8761 high
            X           | jdbc:postgresql://ledger-db:5432/x      | postgresql ledger-db:5432 high
            X           | r2dbc:mysql://db/x                      | mysql db high
            X           | mongodb://a:1,b:2/?x=y                  | mongodb a:1 high, mongodb b:2 high
            X           | PLAINTEXT://kafka:9092                  | plaintext kafka:9092 high
            X           | curl -s http://a:1/x && wget http://b/y | http a:1 high, http b high
            X           | kafka-a:9092, kafka-b:9092              | kafka-a:9092 high, kafka-b:9092 high
            X           | catalog:8080/api                        | catalog:8080 high
            DB_HOST     | db                                      | db medium
            dbHost      | db                                      | db medium
            REDIS       | db                                      | db medium
            HOST_NAME   | db                                      | db medium
            MY_SERVICE2 | db                                      | db medium
            BACKEND_X   | db                                      | db low
            CACHE_BACKEND | redis                                 | redis low
            CACHE_BACKEND | cache                                 | cache medium
            CORS_ORIGIN | http://web:80                           | http web:80 low
            ALLOWED_HOSTS | web,db.shop.svc                       | web low, db.shop.svc low
            ^^          | reverse_proxy db.shop.svc               | db.shop.svc medium
            ^^          | reverse_proxy db                        | ^^
            X_PASSWORD  | two db.shop.svc                         | ^^
            X           | static://db:1                           | db:1 high
            X           | dns:///db:1                             | grpc db:1 high
            A           | db.shop.svc                             | db.shop.svc high
            DB_NAME     | db.shop.svc.cluster.local.              | db.shop.svc.cluster.local high
            DB_HOST     | ^ db^                                   | db medium
            DB_NAME     | db                                      | ^^
            DB_TYPE     | db                                      | ^^
            KAFKA_TOPIC | orders                                  | ^^
            SPRING_PROFILES_ACTIVE | redis                        | ^^
            OTEL_SERVICE_NAME | frontend                          | ^^
            MONGO_DB    | orders                                  | ^^
            ^^          | db                                      | ^^
            X           | 10:30                                   | ^^
            X           | 0.0.0.0:8080                            | ^^
            X           | :8080                                   | ^^
            X           | redis:70000                             | ^^
            X           | redis:latest                            | ^^
            X           | http://db..svc.cluster.local:80/        | http db..svc.cluster.local:80 high
            X           | http://db..svc                          | http db..svc high
            X           | http://db..shop.svc                     | ^^
            X           | http://..svc                            | ^^
            X           | http://db..example.com                  | ^^
            DB_HOST     | two words                               | ^^
            DB_HOST     | $(OTHER)                                | ^^
            """)
    void findsEveryAddressOfAText(String key, String value, String expected) {
        List<Sighting> found = new AddressReader()
                .read(new Mention(SOURCE, Evidence.Place.ENV, key, CONTAINER, value, new Location("x.yaml", 1, 1)));
        String shown = found.stream()
                .map(each -> (each.address().scheme() + " " + each.address() + " " + each.confidence()).strip())
                .collect(Collectors.joining(", "));
        assertThat(shown).isEqualTo(expected);
    }
}
