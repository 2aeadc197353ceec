package io.github.meshready.smi.explain;

import static io.github.meshready.smi.TestManifests.account;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.group;
import static io.github.meshready.smi.TestManifests.namespace;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.TestManifests.target;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.RoutedShop;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.policy.PolicyMode;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.RouteText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What manifests tell of wider matches is what was said when they were written. */
class WideningsTest {

    private static final String LONG = RoutedShop.LONG_PATH;

    @TempDir
    private Path base;

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # served                       | what web uses of it           | reasons
            GET /items/{id};POST /items    | GET /items/1                  | 0
            GET LONG                       | -                             | 1
            GET LONG;GET /items            | GET /items                    | 1
            GET,POST LONG                  | GET LONG                      | 2
            GET LONG;GET LONG/x            | GET LONG/x                    | 2
            GET /x/{id:a(?=b)c}            | -                             | 1
            """)
    void areThoseThatGenerateWarnsOf(String served, String used, int count) throws IOException {
        List<DeclaredCall> calls = new ArrayList<>();
        if (used != null) {
            calls.add(RoutedShop.uses(split(used)));
        }
        RoutedShop shop = shop(
                calls,
                split(served),
                deployment("shop", "web", env("X", "http://catalog")),
                deployment("shop", "admin", env("X", "http://catalog")),
                deployment("shop", "catalog"),
                service("shop", "catalog", "{port: 80}"));
        List<String> found = widened(shop).stream()
                .flatMap(each -> each.why().stream()
                        .map(why -> "HTTPRouteGroup of shop/catalog, match "
                                + each.match().name() + ": " + why))
                .toList();
        assertThat(found).hasSize(count).doesNotHaveDuplicates();
        assertThat(shop.result().plan().policies().notes()).containsExactlyInAnyOrderElementsOf(found);
    }

    @Test
    void areNoneAmongMatchesThatSomebodyWroteNarrower() throws IOException {
        RoutedShop shop = shop(
                List.of(),
                new String[] {"GET " + LONG},
                namespace("shop"),
                account("shop", "web"),
                account("shop", "catalog"),
                deployment("shop", "web", env("X", "http://catalog")),
                deployment("shop", "catalog"),
                service("shop", "catalog", "{port: 80}"),
                target("shop", "t", "catalog", "web", "{kind: HTTPRouteGroup, name: g, matches: [m]}"),
                group("shop", "g", "{name: m, pathRegex: /r0/a/r1/b, methods: [GET]}"));
        assertThat(widened(shop)).isEmpty();
    }

    private static List<WidenedMatch> widened(RoutedShop shop) {
        return new RouteOverview(shop.verified().facts())
                .services().stream().flatMap(each -> each.widened().stream()).toList();
    }

    private static String[] split(String routes) {
        return routes.replace("LONG", LONG).split(";");
    }

    private RoutedShop shop(List<DeclaredCall> calls, String[] served, String... documents) throws IOException {
        DeclaredRoutes routes = new DeclaredRoutes(
                "catalog",
                Optional.empty(),
                Stream.of(served).map(RouteText::read).toList());
        return RoutedShop.of(
                base, RoutedShop.declarations(base, calls, routes), PolicyMode.ALWAYS, Settings.DEFAULT, documents);
    }
}
