package io.github.meshready.smi.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.meshready.smi.app.Service;
import io.github.meshready.smi.app.Workload;
import io.github.meshready.smi.call.Call;
import io.github.meshready.smi.call.RouteBook.UsedRoutes;
import io.github.meshready.smi.explain.RouteOverview;
import io.github.meshready.smi.explain.ServiceRoutes;
import io.github.meshready.smi.explain.WidenedMatch;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSource;
import io.github.meshready.smi.verify.Facts;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of Services and calls that say what is known of routes. */
final class RouteJson {

    private static final String ROUTES = "routes";

    private final Facts facts;
    private final RouteOverview overview;
    private final JsonGenerator json;

    RouteJson(Facts facts, JsonGenerator json) {
        this.facts = facts;
        this.overview = new RouteOverview(facts);
        this.json = json;
    }

    /** Writes what is known of a Service that speaks HTTP. */
    void write(Service service) throws IOException {
        Optional<ServiceRoutes> known = overview.of(service);
        if (known.isPresent()) {
            json.writeObjectFieldStart(ROUTES);
            write(known.get());
            json.writeEndObject();
        }
    }

    private void write(ServiceRoutes known) throws IOException {
        json.writeBooleanField("known", known.isKnown());
        json.writeBooleanField("everyPath", known.everyPath());
        json.writeArrayFieldStart("sources");
        for (RouteSource source : known.sources()) {
            write(source);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("served");
        for (HttpRoute route : known.routes()) {
            write(route);
        }
        json.writeEndArray();
        JsonFields.texts(json, "notCovered", known.uncovered());
        JsonFields.texts(
                json, "untold", known.untold().stream().map(Workload::id).toList());
        json.writeArrayFieldStart("widened");
        for (WidenedMatch match : known.widened()) {
            write(match);
        }
        json.writeEndArray();
    }

    /** Writes which routes the caller uses, of a call over HTTP. */
    void write(Call call) throws IOException {
        if (!call.protocol().isHttp()) {
            return;
        }
        Optional<UsedRoutes> used = facts.graph().routes().used(call);
        json.writeObjectFieldStart(ROUTES);
        json.writeBooleanField("known", used.isPresent());
        if (used.isPresent()) {
            json.writeStringField("source", used.get().source());
            json.writeArrayFieldStart("used");
            List<HttpRoute> routes =
                    used.get().routes().stream().sorted(RouteOverview.BY_PATH).toList();
            for (HttpRoute route : routes) {
                write(route);
            }
            json.writeEndArray();
        }
        json.writeEndObject();
    }

    private void write(HttpRoute route) throws IOException {
        json.writeStartObject();
        if (!route.name().isEmpty()) {
            json.writeStringField("name", route.name());
        }
        JsonFields.texts(json, "methods", List.copyOf(route.methods()));
        json.writeStringField("path", route.path().text());
        json.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : route.headers().entrySet()) {
            json.writeStringField(header.getKey(), header.getValue());
        }
        json.writeEndObject();
        json.writeFieldName("source");
        write(route.place().source());
        json.writeStringField("place", route.place().text());
        json.writeEndObject();
    }

    private void write(RouteSource source) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", source.kind().toString());
        switch (source.kind()) {
            case POM -> {}
            case OPENAPI -> json.writeStringField("file", source.name());
            case CLASSES, PROTO -> json.writeStringField("module", source.name());
        }
        json.writeEndObject();
    }

    private void write(WidenedMatch widened) throws IOException {
        json.writeStartObject();
        json.writeStringField("group", widened.group().object().objectName().toString());
        json.writeStringField("match", widened.match().name());
        JsonFields.texts(json, "methods", widened.match().methods());
        json.writeStringField("pathRegex", widened.match().effectivePath());
        JsonFields.texts(json, "why", widened.why());
        JsonFields.location(json, widened.match().location());
        json.writeEndObject();
    }
}
