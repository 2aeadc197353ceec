package io.github.meshready.smi.report.rollout;

import static io.github.meshready.smi.report.Markdown.code;
import static io.github.meshready.smi.report.Markdown.codes;
import static io.github.meshready.smi.report.Markdown.words;

import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.explain.RouteOverview;
import io.github.meshready.smi.explain.ServiceRoutes;
import io.github.meshready.smi.mesh.Outcome;
import io.github.meshready.smi.report.Markdown;
import io.github.meshready.smi.verify.CallDecision;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Where policies allow more routes than somebody may want, or fewer. Without policies there is nothing to say. */
final class RoutePoints {

    private final List<ServiceRoutes> services;

    /** The Services whose calls a policy lets through, each with the callers of which nothing tells the routes that they use. */
    private final SortedMap<String, SortedSet<String>> called = new TreeMap<>();

    RoutePoints(Rollout rollout) {
        this.services = new RouteOverview(rollout.verified().facts()).services();
        RouteBook book = rollout.verified().facts().graph().routes();
        for (CallDecision each : rollout.enforced()) {
            Call call = each.call();
            if (each.decision().outcome() == Outcome.GRANTED && call.protocol().isHttp()) {
                SortedSet<String> untelling =
                        called.computeIfAbsent(call.service().name().toString(), key -> new TreeSet<>());
                if (book.used(call).isEmpty()) {
                    untelling.add(call.source().id());
                }
            }
        }
    }

    void write(Markdown text) {
        list(
                text,
                "Callers of these Services may use every path, as nothing tells the routes of the workloads named. Where that"
                        + " is too much, tell them in `<routes>`:",
                services.stream()
                        .filter(each -> each.everyPath() && !each.isKnown())
                        .map(each -> name(each) + ": "
                                + codes(each.untold().stream().map(Workload::id).toList())));
        list(
                text,
                "These callers may use every route of a Service, as nothing tells which ones they use. Where that is too much,"
                        + " name those in the `<routes>` of the `<call>`:",
                named().filter(each -> !untelling(each).isEmpty())
                        .map(each -> name(each) + ": " + codes(untelling(each))));
        list(
                text,
                "These matches let in more than the routes that they stand for. Make sure that this does no harm:",
                services.stream()
                        .flatMap(each -> each.widened().stream())
                        .map(each -> code(each.match().name()) + " of "
                                + code(each.group().object().described()) + ": "
                                + words(String.join("; ", each.why())))
                        .distinct());
        list(
                text,
                "This is served as well, as far as can be seen, and stays closed, because its routes are not known. If it is"
                        + " called, name them in `<routes>`:",
                named().flatMap(each -> each.uncovered().stream().map(what -> name(each) + ": " + words(what))));
    }

    /** The Services that are called, of whose routes policies name some. */
    private Stream<ServiceRoutes> named() {
        return services.stream()
                .filter(each -> each.isKnown() && !each.everyPath())
                .filter(each -> called.containsKey(each.service().name().toString()));
    }

    private List<String> untelling(ServiceRoutes routes) {
        return List.copyOf(called.get(routes.service().name().toString()));
    }

    private static String name(ServiceRoutes routes) {
        return code(routes.service().name().toString());
    }

    private static void list(Markdown text, String intro, Stream<String> found) {
        List<String> items = found.toList();
        if (!items.isEmpty()) {
            text.paragraph(intro);
            text.some(items);
        }
    }
}
