package io.github.meshready.smi.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.manifest.InputException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /books/{id}            | [GET] /books/{id}
            get,Post /books            | [GET, POST] /books
            GET, POST   /books         | [GET, POST] /books
            /books                     | [] /books
            * /books                   | [] /books
            GET /books/{id:[0-9]+}     | [GET] /books/{id:[0-9]+}
            """)
    void readsMethodsAndPath(String text, String expected) {
        HttpRoute route = RouteText.read(text);
        assertThat(route.methods() + " " + route.path()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET books                  | has no path
            books                      | has no path
            GET /a b                   | has no path
            FETCH /books               | FETCH is no method that a HTTPRouteGroup can name
            """)
    void refusesWhatIsNoRoute(String text, String message) {
        assertThatThrownBy(() -> RouteText.read(text))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message);
    }
}
