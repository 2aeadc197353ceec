package io.github.meshready.smi.route.code;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** What classes serve that no annotation tells the routes of: said in words, with the class. */
final class UncoveredTypes implements Server {

    /** By the type of an annotation on a class or a method. */
    private static final Map<String, String> ANNOTATIONS = table(
            "servlet",
            "javax.servlet.annotation.WebServlet",
            "jakarta.servlet.annotation.WebServlet",
            "filter",
            "javax.servlet.annotation.WebFilter",
            "jakarta.servlet.annotation.WebFilter",
            "WebSocket endpoint",
            "javax.websocket.server.ServerEndpoint",
            "jakarta.websocket.server.ServerEndpoint",
            "io.quarkus.websockets.next.WebSocket",
            "io.micronaut.websocket.annotation.ServerWebSocket",
            "WebSocket endpoints and SockJS",
            "org.springframework.web.socket.config.annotation.EnableWebSocket",
            "org.springframework.web.socket.config.annotation.EnableWebSocketMessageBroker",
            "GraphQL API",
            "org.eclipse.microprofile.graphql.GraphQLApi",
            "org.springframework.graphql.data.method.annotation.QueryMapping",
            "org.springframework.graphql.data.method.annotation.MutationMapping",
            "org.springframework.graphql.data.method.annotation.SubscriptionMapping",
            "org.springframework.graphql.data.method.annotation.SchemaMapping",
            "com.netflix.graphql.dgs.DgsComponent",
            "Spring Data REST repository",
            "org.springframework.data.rest.core.annotation.RepositoryRestResource",
            "login pages of Spring Security, configured in",
            "org.springframework.security.config.annotation.web.configuration.EnableWebSecurity",
            "org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity",
            "management endpoint",
            "org.springframework.boot.actuate.endpoint.annotation.Endpoint",
            "org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint",
            "org.springframework.boot.actuate.endpoint.web.annotation.RestControllerEndpoint",
            "io.micronaut.management.endpoint.annotation.Endpoint",
            "SOAP service",
            "javax.jws.WebService",
            "jakarta.jws.WebService",
            "org.springframework.ws.server.endpoint.annotation.Endpoint",
            "server of Spring Cloud, enabled in",
            "org.springframework.cloud.config.server.EnableConfigServer",
            "org.springframework.cloud.netflix.eureka.server.EnableEurekaServer",
            "org.springframework.cloud.netflix.zuul.EnableZuulProxy");

    /** By what a class inherits from. */
    private static final Map<String, String> SUPERTYPES = table(
            "servlet",
            "javax.servlet.http.HttpServlet",
            "jakarta.servlet.http.HttpServlet",
            "javax.servlet.GenericServlet",
            "jakarta.servlet.GenericServlet",
            "javax.servlet.Servlet",
            "jakarta.servlet.Servlet",
            "filter",
            "javax.servlet.Filter",
            "jakarta.servlet.Filter",
            "WebSocket handler",
            "org.springframework.web.socket.WebSocketHandler",
            "org.springframework.web.socket.handler.AbstractWebSocketHandler",
            "org.springframework.web.socket.handler.TextWebSocketHandler",
            "org.springframework.web.socket.handler.BinaryWebSocketHandler",
            "org.springframework.web.reactive.socket.WebSocketHandler",
            "Camel routes",
            "org.apache.camel.builder.RouteBuilder",
            "org.apache.camel.builder.endpoint.EndpointRouteBuilder");

    /** By what a method returns or is given. */
    private static final Map<String, String> SIGNATURES = table(
            "RouterFunction in",
            "org.springframework.web.reactive.function.server.RouterFunction",
            "org.springframework.web.servlet.function.RouterFunction",
            "servlet or filter that is registered in",
            "org.springframework.boot.web.servlet.ServletRegistrationBean",
            "org.springframework.boot.web.servlet.FilterRegistrationBean",
            "routes of Spring Cloud Gateway in",
            "org.springframework.cloud.gateway.route.RouteLocator",
            "handlers that are mapped in",
            "org.springframework.web.servlet.HandlerMapping",
            "org.springframework.web.servlet.handler.SimpleUrlHandlerMapping",
            "org.springframework.web.reactive.HandlerMapping",
            "org.springframework.web.reactive.handler.SimpleUrlHandlerMapping",
            "paths that change with the prefixes and slashes of",
            "org.springframework.web.servlet.config.annotation.PathMatchConfigurer",
            "org.springframework.web.reactive.config.PathMatchConfigurer",
            "static resources in",
            "org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry",
            "org.springframework.web.reactive.config.ResourceHandlerRegistry",
            "view controllers in",
            "org.springframework.web.servlet.config.annotation.ViewControllerRegistry",
            "login pages of Spring Security, configured in",
            "org.springframework.security.web.SecurityFilterChain",
            "org.springframework.security.web.server.SecurityWebFilterChain",
            "routes of Vert.x in",
            "io.vertx.ext.web.Router");

    private final VisibleClasses classes;

    UncoveredTypes(VisibleClasses classes) {
        this.classes = classes;
    }

    /** Words, and the types behind them that they are said of. */
    private static Map<String, String> table(String... wordsAndTypes) {
        Map<String, String> table = new LinkedHashMap<>();
        String words = "";
        for (String each : wordsAndTypes) {
            boolean type = each.indexOf(' ') < 0 && each.indexOf('.') > 0;
            words = type ? words : each;
            if (type) {
                table.put(each, words);
            }
        }
        return table;
    }

    @Override
    public void read(ClassInfo type, Findings findings) {
        String name = type.name().toString();
        type.declaredAnnotations().forEach(each -> add(ANNOTATIONS, each, name, findings));
        for (MethodInfo method : type.methods()) {
            String place = name + "." + method.name();
            method.declaredAnnotations().forEach(each -> add(ANNOTATIONS, each, place, findings));
            if (!type.isInterface()) {
                Stream.concat(Stream.of(method.returnType()), method.parameterTypes().stream())
                        .map(Type::name)
                        .forEach(each -> add(SIGNATURES, each.toString(), place, findings));
            }
        }
        if (!type.isAbstract() && !type.isInterface()) {
            List<String> above = List.copyOf(new Lineage(type, classes).names());
            above.forEach(each -> add(SUPERTYPES, each, name, findings));
        }
    }

    private static void add(Map<String, String> table, AnnotationInstance annotation, String place, Findings findings) {
        add(table, annotation.name().toString(), place, findings);
    }

    private static void add(Map<String, String> table, String type, String place, Findings findings) {
        if (table.containsKey(type)) {
            findings.unclear(table.get(type) + " " + place);
        }
    }
}
