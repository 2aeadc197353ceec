package io.github.meshready.smi.explain;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.manifest.Printable;
import io.github.meshready.smi.mesh.HttpRequest;
import io.github.meshready.smi.mesh.Route;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.route.ServedRoutes;
import io.github.meshready.smi.verify.Facts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which routes of the called pods stand behind a match, and what tells them. */
final class OriginSteps {

    private static final int SHOWN = 5;

    private static final String TOPIC = "source";

    private final Workload called;
    private final Optional<ServedRequests> served;
    private final List<WidenedMatch> widened;
    private boolean saidUnknown;

    OriginSteps(Facts facts, Workload called) {
        this.called = called;
        this.served =
                facts.graph().routes().served(called).map(ServedRoutes::routes).map(ServedRequests::new);
        this.widened = new Widenings(facts).of(called.account());
    }

    /**
     * What stands behind a match.
     *
     * @param request the request that it lets through; empty if all count that it may let through
     */
    List<Step> of(Route match, Optional<HttpRequest> request) {
        List<Step> steps = new ArrayList<>();
        if (served.isPresent()) {
            known(match, request, steps);
        } else if (!saidUnknown) {
            saidUnknown = true;
            steps.add(new Step(TOPIC, "nothing tells the routes of " + called.id(), List.of()));
        }
        widened.stream()
                .filter(each -> each.match().equals(match.match()))
                .flatMap(each -> each.why().stream())
                .forEach(why -> steps.add(new Step("widened", why, List.of())));
        return steps;
    }

    private void known(Route match, Optional<HttpRequest> request, List<Step> steps) {
        List<HttpRoute> routes =
                request.map(served.get()::taking).orElseGet(() -> served.get().behind(match));
        if (routes.isEmpty()) {
            steps.add(new Step(
                    TOPIC,
                    "no route that " + called.id() + " is known to serve: the match lets in more than these",
                    List.of()));
        }
        routes.stream().limit(SHOWN).forEach(route -> steps.add(new Step(TOPIC, words(route), List.of())));
        if (routes.size() > SHOWN) {
            steps.add(new Step(TOPIC, "and " + (routes.size() - SHOWN) + " more routes", List.of()));
        }
    }

    /** Such as {@code GET /books/{id} (findBook), told by OpenAPI document api/books.yaml (api/books.yaml:12)}. */
    private static String words(HttpRoute route) {
        String name = route.name().isEmpty() ? "" : " (" + Printable.text(route.name()) + ")";
        String place = route.place().source().kind() == RouteSource.Kind.POM
                ? ""
                : " (" + Printable.text(route.place().text()) + ")";
        return Printable.text(route.described()) + name + ", told by "
                + Printable.text(route.place().source().toString()) + place;
    }
}
