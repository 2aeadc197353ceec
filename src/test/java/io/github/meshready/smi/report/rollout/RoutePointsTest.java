package io.github.meshready.smi.report.rollout;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.RoutedShop;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.policy.PolicyMode;
import io.github.meshready.smi.route.RouteText;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.verify.gate.Judgement;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the runbook says of routes, which is nothing where there is nothing to look at. */
class RoutePointsTest {

    private static final String EVERY_PATH = "Callers of these Services may use every path";
    private static final String EVERY_ROUTE = "These callers may use every route of a Service";
    private static final String WIDENED = "These matches let in more than the routes that they stand for";
    private static final String CLOSED = "This is served as well, as far as can be seen, and stays closed";

    @TempDir
    private Path base;

    @Test
    void namesWhereMoreIsAllowedThanNeedBe() throws IOException {
        RoutedShop shop = RoutedShop.in(base);
        assertThat(below(EVERY_PATH, shop)).containsExactly("- `shop/legacy`: `Deployment/shop/legacy`");
        assertThat(below(EVERY_ROUTE, shop)).containsExactly("- `shop/catalog`: `Deployment/shop/admin`");
        assertThat(below(WIDENED, shop))
                .singleElement()
                .asString()
                .startsWith(
                        "- `deep` of `HTTPRouteGroup shop/catalog-routes`: the proxies would refuse an expression for ")
                .contains("such as /r0/a/r1/a/");
        assertThat(below(CLOSED, shop)).isEmpty();
    }

    @Test
    void namesWhatStaysClosed() throws IOException {
        RoutedShop shop = RoutedShop.in(base);
        Map<Workload, ServedRoutes> served = shop.verified().facts().application().workloads().stream()
                .collect(Collectors.toMap(
                        workload -> workload,
                        workload -> new ServedRoutes(
                                "classes", List.of(RouteText.read("/x")), List.of("Servlet_ in " + workload.name()))));
        assertThat(below(CLOSED, shop.with(new RouteBook(served, Map.of(), List.of()))))
                .as("legacy is open, and nobody calls the others")
                .containsExactly("- `shop/catalog`: Servlet\\_ in catalog");
    }

    @Test
    void saysNothingWherePoliciesSayNothing() throws IOException {
        Settings permissive = new Settings(
                "default",
                "osm",
                Settings.DEFAULT.dialect(),
                Optional.of(true),
                Settings.DEFAULT.egressMode(),
                Optional.empty());
        RoutedShop shop = RoutedShop.in(base, PolicyMode.ENFORCED, permissive);
        assertThat(runbook(shop)).doesNotContain(EVERY_PATH, EVERY_ROUTE, WIDENED, CLOSED);
    }

    /** The list that follows a paragraph. */
    private static List<String> below(String paragraph, RoutedShop shop) {
        return runbook(shop)
                .lines()
                .dropWhile(line -> !line.startsWith(paragraph))
                .skip(2)
                .takeWhile(line -> !line.isEmpty())
                .toList();
    }

    private static String runbook(RoutedShop shop) {
        byte[] bytes = new Runbook(shop.result(), Judgement.of(shop.verified()), "default", "target/smi").bytes();
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
