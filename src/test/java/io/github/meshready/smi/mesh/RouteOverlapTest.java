package io.github.meshready.smi.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.manifest.Location;
import io.github.meshready.smi.policy.Headers;
import io.github.meshready.smi.policy.HttpMatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteOverlapTest {

    private static final Location PLACE = new Location("x.yaml", 1, 1);

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            /books        ! /books            ! CERTAIN
            /books        ! /orders           ! NONE
            /books        ! .*                ! CERTAIN
            /books        ! /books/.*         ! NONE
            /books/1      ! /books/.*         ! CERTAIN
            /books/.*     ! /books/special/.* ! CERTAIN
            /books/.*     ! /orders/.*        ! NONE
            /a[0-9]+      ! /a.*              ! CERTAIN
            /a[0-9]+      ! /a[a-z]+          ! NONE
            /a[0-9]+      ! (?i)/a[a-z]+      ! POSSIBLE
            /a|/b         ! /b                ! CERTAIN
            /a|/b         ! /c.+              ! NONE
            ^/a$|^/b$     ! /b                ! CERTAIN
            /ab*          ! /a                ! CERTAIN
            /ab?.+        ! /ac.+             ! CERTAIN
            /a\\.b        ! /a.b              ! CERTAIN
            /a/[^/]+      ! /a/b/.*           ! NONE
            /a/[^/]+      ! /[^/]+/b          ! CERTAIN
            (?=x)         ! /a                ! NONE
            """)
    void comparesPaths(String one, String other, RouteOverlap expected) {
        assertThat(overlap(route(one), route(other))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            GET       ! POST     ! NONE
            GET,POST  ! POST,PUT ! CERTAIN
            *         ! PUT      ! CERTAIN
            """)
    void comparesMethods(String one, String other, RouteOverlap expected) {
        assertThat(overlap(
                        route("/x", List.of(one.split(",")), Map.of()),
                        route("/x", List.of(other.split(",")), Map.of())))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            a=1         ! a=1      ! CERTAIN
            a=1         ! a=2      ! NONE
            a=1         ! A=2      ! NONE
            a=1         ! b=2      ! CERTAIN
            a=1.*       ! a=2      ! NONE
            a=1.*       ! a=.*2    ! CERTAIN
            a=(?i)x     ! a=y      ! POSSIBLE
            a=1.*;b=3   ! a=2;b=4  ! NONE
            """)
    void comparesHeaders(String one, String other, RouteOverlap expected) {
        assertThat(overlap(route(".*", List.of("*"), headers(one)), route(".*", List.of("*"), headers(other))))
                .isEqualTo(expected);
    }

    /** A request that shows it fits both; of texts that are no paths there is none to show but themselves. */
    @ParameterizedTest
    @CsvSource(delimiter = '!', textBlock = """
            /books/[^/]+  ! /books/search   !     ! GET /books/search
            /books/[^/]+  ! /[^/]+/[^/]+    !     ! GET /books/a
            .*            ! .*              !     ! GET /
            /a\\.b        ! /a.b            ! a=x+ ! GET /a.b, header a: x
            books         ! b.*             !     ! GET books
            """)
    void namesARequest(String one, String other, String headers, String expected) {
        Map<String, String> all = headers == null ? Map.of() : headers(headers);
        assertThat(SharedRequests.of(route(one, List.of("*"), all), route(other))
                        .example()
                        .orElseThrow()
                        .words())
                .isEqualTo(expected);
    }

    /** Checked against every short path: what is called certain exists, what is called none does not. */
    @Test
    void isRightAboutWhatItIsSureOf() {
        List<String> texts = texts("", 6);
        Random random = new Random(7);
        List<String> pieces = List.of("/", "a", "b", "a*", "b?", ".*", "[ab]", "(a|b)", "/+", "a|b");
        int sure = 0;
        for (int i = 0; i < 600; i++) {
            Route one = route(path(random, pieces));
            Route other = route(path(random, pieces));
            boolean common = texts.stream().anyMatch(text -> one.matchesPath(text) && other.matchesPath(text));
            RouteOverlap overlap = overlap(one, other);
            if (overlap != RouteOverlap.POSSIBLE) {
                sure++;
                assertThat(overlap == RouteOverlap.CERTAIN)
                        .as(one.form().path() + " and " + other.form().path())
                        .isEqualTo(common);
            }
        }
        assertThat(sure).as("pairs that it is sure of").isEqualTo(600);
    }

    private static String path(Random random, List<String> pieces) {
        StringBuilder path = new StringBuilder("/");
        for (int i = random.nextInt(4); i > 0; i--) {
            path.append(pieces.get(random.nextInt(pieces.size())));
        }
        return path.toString();
    }

    private static List<String> texts(String start, int more) {
        List<String> texts = new ArrayList<>(List.of(start));
        if (more > 0) {
            for (String letter : List.of("/", "a", "b")) {
                texts.addAll(texts(start + letter, more - 1));
            }
        }
        return texts;
    }

    /** Overlap has no direction. */
    private static RouteOverlap overlap(Route one, Route other) {
        RouteOverlap overlap = RouteOverlap.of(one, other);
        assertThat(RouteOverlap.of(other, one)).as("the other way round").isEqualTo(overlap);
        return overlap;
    }

    private static Map<String, String> headers(String text) {
        Map<String, String> headers = new java.util.LinkedHashMap<>();
        for (String header : text.split(";")) {
            headers.put(header.split("=")[0], header.split("=")[1]);
        }
        return headers;
    }

    private static Route route(String path) {
        return route(path, List.of("*"), Map.of());
    }

    private static Route route(String path, List<String> methods, Map<String, String> headers) {
        HttpMatch match =
                new HttpMatch("m", Optional.of(path), methods, new Headers(List.of(headers), false, PLACE), PLACE);
        return new Route(Dialect.DEFAULT, RouteForm.of(match), match, Set.of());
    }
}
