package io.github.meshready.smi.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.route.regex.RegexText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Any segment is shown as {@code *}, what is below as {@code /**}, and with the path itself as {@code (/**)?}. */
class RouteTemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            /                    § /
            /books/{id}          § /books/*
            /books/{id}/         § /books/*/
            /books//x            § /books//x
            /{a}-{b}.json        § /*-*\\.json
            /a.b+c(d)[e]         § /a\\.b\\+c\\(d\\)%5Be%5D
            /a b/é               § /a%20b/%C3%A9
            /%2e%zz              § /%2e%25zz
            /a*b/**              § /a\\*b/\\*\\*
            /{id:[0-9]+}         § /*
            /𝄞                   § /%F0%9D%84%9E
            /a;v=1,2/b@c:d       § /a;v=1,2/b@c:d
            """)
    void readsOpenApi(String text, String expected) {
        assertThat(shown(text, PathSyntax.OPENAPI)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            /files/{*rest}       § /files(/**)?
            /files/**            § /files(/**)?
            /**                  § /**
            /*                   § /*
            /t?st                § /t[!-.0-~]st
            /*.html              § /[!-.0-~]*\\.html
            /{id:[0-9]+}         § /[0-9]+
            /{id:\\d{4}}         § /[0-9]{4}
            /{v:v[12]}-{n}       § /v[12]-*
            /{n:[a-z0-9-]+}.txt  § /[\\-0-9a-z]+\\.txt
            /{n:.+}              § /*
            /{n:[^.]+}           § /[!-\\-0-~]+
            /{n:[0-9]*}          § /[0-9]+
            /{n:^a|b$}           § /[ab]
            """)
    void readsSpring(String text, String expected) {
        assertThat(shown(text, PathSyntax.SPRING)).isEqualTo(expected);
        assertThat(RouteTemplate.of(text, PathSyntax.SPRING).paths().widened()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            SPRING       § /{n:(?i)[a-z]+}   § /*      § a group of the kind (?
            SPRING       § /{n:a(?=b)}       § /*      § a group of the kind (?
            SPRING       § /{n:[a-z&&[^b]]+} § /*      § a class inside a class
            SPRING       § /{n:a++}          § /*      § repeats a repetition
            SPRING       § /{n:\\p{L}+}      § /*      § it has \\p
            SPRING       § /{n:[a-zé]+}      § /*      § beyond ASCII
            SPRING       § /{n:[a-z ]+}      § /*      § percent-encoded
            SPRING       § /{n:\\S}          § /*      § percent-encoded
            SPRING       § /a/**/b           § /a(/**)? § ** in its middle
            JAKARTA_REST § /a/{p:[a-z/]+}/b  § /a/**   § {p} may have slashes
            JAKARTA_REST § /a/x-{p:.*}       § /a/**   § {p} may have slashes
            MICRONAUT    § /a/{+p}/b         § /a/*(/**)? § may have slashes
            """)
    void saysWhereItIsWider(PathSyntax syntax, String text, String expected, String reason) {
        assertThat(shown(text, syntax)).isEqualTo(expected);
        assertThat(RouteTemplate.of(text, syntax).paths().widened())
                .singleElement()
                .asString()
                .contains(reason);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            /a/{id}              § /a/*
            /a/{ id : [0-9]+ }   § /a/[0-9]+
            /a/{path:.*}         § /a/**
            /a/{path: .+}        § /a/*(/**)?
            /a/{id: [^/]+}/b     § /a/*/b
            /a/*                 § /a/\\*
            """)
    void readsJakartaRest(String text, String expected) {
        assertThat(shown(text, PathSyntax.JAKARTA_REST)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            /books{/id}                 § /books or /books/*
            /books/{id}{?max,offset}    § /books/*
            /books{&more}               § /books
            /f{/path:.*}                § /f(/**)?
            /f{/path:.*}{.ext}          § /f(/**)?
            /f/{name}{.ext}             § /f/* or /f/*\\.*
            /f/{+path}                  § /f/*(/**)?
            /f/{id:4}                   § /f/[!-.0-~]{1,4}
            /f/{id:[a-f]+}              § /f/[a-f]+
            """)
    void readsMicronaut(String text, String expected) {
        assertThat(shown(text, PathSyntax.MICRONAUT)).isEqualTo(expected);
    }

    @Test
    void takesTextsAsTheyAre() {
        assertThat(shown("/shop.Books/{Get}*", PathSyntax.LITERAL)).isEqualTo("/shop\\.Books/%7BGet%7D\\*");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            OPENAPI   § books          § does not start with a slash
            OPENAPI   § ''             § does not start with a slash
            OPENAPI   § /a/{id         § brace in {id is not closed
            OPENAPI   § /a/id}         § closed that is not open
            SPRING    § /a/{:x}        § has no name
            SPRING    § /a/x{*rest}    § not a segment of its own
            MICRONAUT § /a{/b}{/c}{/d}{/e}{/f} § more than 16 forms
            """)
    void namesWhatIsNoPath(PathSyntax syntax, String text, String problem) {
        TemplatePaths paths = RouteTemplate.of(text, syntax).paths();
        assertThat(paths.problem().orElseThrow()).contains(problem);
        assertThat(paths.patterns()).isEmpty();
    }

    @Test
    void leavesQueriesOutAndSaysSo() {
        TemplatePaths paths = RouteTemplate.of("/a?x={y}", PathSyntax.OPENAPI).paths();
        assertThat(shown("/a?x={y}", PathSyntax.OPENAPI)).isEqualTo("/a");
        assertThat(paths.remarks()).containsExactly("?x={y} at its end is no part of a path: it is left out");
        assertThat(shown("/a#b", PathSyntax.OPENAPI)).isEqualTo("/a");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            /a,     '',      /a
            /a,     /,       /a
            /a,     /api,    /api/a
            /a,     api/v1/, /api/v1/a
            /,      /api,    /api/
            '',     /api,    /api
            a,      /api,    /api/a
            """)
    void standsBelowABasePath(String text, String prefix, String expected) {
        assertThat(RouteTemplate.of(text, PathSyntax.SPRING).under(prefix)).hasToString(expected);
    }

    private static String shown(String text, PathSyntax syntax) {
        return RouteTemplate.of(text, syntax).paths().patterns().stream()
                .map(RouteTemplateTest::shown)
                .collect(Collectors.joining(" or "));
    }

    private static String shown(PathPattern pattern) {
        String segments = pattern.segments().stream()
                .map(segment -> "/" + RegexText.of(segment.regex()).replace("[!-.0-~]+", "*"))
                .collect(Collectors.joining());
        return segments
                + switch (pattern.tail()) {
                    case NONE -> "";
                    case BELOW -> "/**";
                    case OPEN -> "(/**)?";
                };
    }
}
