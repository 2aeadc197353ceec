package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Container;
import io.github.meshready.smi.route.ClientRoutes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which evidence of a call is there because of a declared client {@code shop.Books} in container {@code c}. */
class ClientEvidenceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # its target        | its key                 | place    | key                             | origin                     | address    | container | because of it
            books               | -                       | CODE     | @FeignClient service            | web/target/shop/Books.class | books:80  | c | true
            books               | -                       | CODE     | @FeignClient service            | web/target/shop/Other.class | books:80  | c | false
            books               | -                       | CODE     | @FeignClient service            | web/target/workshop/Books.class | books:80 | c | false
            books               | -                       | CODE     | @FeignClient service            | web/target/shop/Books.class | books:80  | d | false
            ${books.url:x}      | -                       | ENV      | BOOKS_URL                       | -                          | books:80   | c | true
            ${books.url:x}      | -                       | ENV      | BOOKS_URL                       | -                          | books:80   | d | false
            ${books.url}        | -                       | RESOURCE | books.url                       | a.properties               | books:80   | c | true
            ${books.url}        | -                       | RESOURCE | books.url2                      | a.properties               | books:80   | c | false
            ${books.url}        | -                       | DECLARED | -                               | -                          | books:80   | - | false
            -                   | books                   | RESOURCE | books/mp-rest/url               | a.properties               | books:80   | c | true
            -                   | books                   | RESOURCE | quarkus.rest-client.books.url   | a.properties               | books:80   | c | true
            -                   | books                   | ENV      | QUARKUS_REST_CLIENT_BOOKS_URL   | -                          | books:80   | c | true
            -                   | books                   | RESOURCE | books                           | a.properties               | books:80   | c | false
            books               | quarkus.grpc.clients.books | RESOURCE | quarkus.grpc.clients.books.host | a.properties            | books:9000 | c | true
            books               | grpc.client.books       | RESOURCE | grpc.client.books.address       | a.properties               | books:9000 | c | true
            books               | grpc.client.books       | CODE     | @GrpcClient service             | web/target/shop/Web.class  | books:9000 | c | true
            books               | grpc.client.books       | CODE     | @GrpcClient service             | web/target/shop/Web.class  | stock:9000 | c | false
            """)
    void isItsOwn(
            String target,
            String configKey,
            Evidence.Place place,
            String key,
            String origin,
            String address,
            String container,
            boolean own) {
        ClientEvidence client = new ClientEvidence(
                new ClientRoutes("shop.Books", text(target), text(configKey), List.of()),
                new Container("c", "", false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of()));
        Evidence evidence =
                new Evidence(place, text(key), text(container), false, address, text(origin), Optional.empty());
        assertThat(client.explains(evidence)).isEqualTo(own);
    }

    private static String text(String value) {
        return value == null ? "" : value;
    }
}
