package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteText;
import io.github.meshready.smi.route.ServedRoutes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an OpenAPI document says, held against configuration and classes. */
class DocumentedProgramTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # document                       | classes                           | setting                             | served                | not known
            GET /items                       | -                                 | -                                   | GET /items            | -
            GET /items                       | GET /items                        | -                                   | GET /items            | -
            GET /items/{id}                  | GET /items/{key}                  | -                                   | GET /items/{id}       | -
            GET /items/{id}                  | GET /items/7                      | -                                   | GET /items/{id}       | -
            GET /items                       | GET /items; GET /more             | -                                   | GET /items            | GET /more
            GET /items                       | GET /items; DELETE /items         | -                                   | GET /items            | DELETE /items
            GET /items                       | /items                            | -                                   | GET /items            | POST /items
            GET /outside/items               | GET /items                        | -                                   | GET /items            | paths of doc
            GET /items                       | GET /api/items                    | server.servlet.context-path=/api    | GET /api/items        | -
            GET /items                       | GET /api/items                    | server.servlet.context-path=/api/   | GET /api/items        | -
            GET /items                       | GET /api/items                    | SERVER_SERVLET_CONTEXT_PATH=/api    | GET /api/items        | -
            GET /api/items; GET /api         | GET /api/items                    | server.servlet.context-path=/api    | GET /api; GET /api/items | -
            GET /apis                        | -                                 | server.servlet.context-path=/api    | GET /api/apis         | -
            GET /items                       | -                                 | server.servlet.context-path=/       | GET /items            | -
            GET /items                       | -                                 | server.servlet.context-path=${X}    | GET /items            | -
            GET /items                       | -                                 | quarkus.http.root-path=/api         | GET /api/items        | -
            GET /items                       | -                                 | micronaut.server.context-path=/api  | GET /api/items        | -
            GET /items                       | -                                 | spring.webflux.base-path=/api       | GET /api/items        | -
            """)
    void tellsWhatIsServedAndWhatIsNotKnown(
            String document, String classes, String setting, String served, String unknown) {
        String[] pair = setting == null ? new String[] {"other", "/x"} : setting.split("=", 2);
        ServedRoutes found = new DocumentedProgram(
                        new ServedRoutes("doc", routes(document), List.of()),
                        new ServedRoutes("classes", routes(classes), List.of("servlet X")),
                        Map.of(pair[0], pair[1]))
                .served();
        assertThat(found.routes().stream().map(HttpRoute::described).sorted().collect(Collectors.joining("; ")))
                .isEqualTo(served);
        assertThat(found.uncovered()).contains("servlet X").hasSize(unknown == null ? 1 : 2);
        if (unknown != null) {
            assertThat(found.uncovered().get(1)).contains(unknown);
        }
    }

    private static List<HttpRoute> routes(String texts) {
        return Stream.of(texts == null ? new String[0] : texts.split("; "))
                .map(RouteText::read)
                .toList();
    }
}
