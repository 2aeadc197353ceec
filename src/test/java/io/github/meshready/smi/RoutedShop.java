package io.github.meshready.smi;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.CallGraph;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.call.DeclaredCall;
import io.github.meshready.smi.call.RouteBook;
import io.github.meshready.smi.call.RouteInputs;
import io.github.meshready.smi.generate.GenerateRequest;
import io.github.meshready.smi.generate.GenerateResult;
import io.github.meshready.smi.generate.Generator;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.Inputs;
import io.github.meshready.smi.manifest.Limits;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.policy.PlanRequest;
import io.github.meshready.smi.policy.PolicyMode;
import io.github.meshready.smi.route.DeclaredRoutes;
import io.github.meshready.smi.route.HttpRoute;
import io.github.meshready.smi.route.RouteSources;
import io.github.meshready.smi.route.RouteText;
import io.github.meshready.smi.verify.Facts;
import io.github.meshready.smi.verify.Verifier;
import io.github.meshready.smi.verify.VerifyRequest;
import io.github.meshready.smi.verify.VerifyResult;
import io.github.meshready.smi.verify.rule.Rules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A shop whose catalog tells its routes in an OpenAPI document and in the pom, while nothing tells those of its legacy part. Of the
 * callers of the catalog web tells which routes it uses, and admin does not.
 *
 * @param result what was generated
 * @param verified what is to be said of that
 */
public record RoutedShop(GenerateResult result, VerifyResult verified) {

    /** A path that the proxies take no expression for. */
    public static final String LONG_PATH =
            "/r0/{a}/r1/{b}/r2/{c}/resource3/{d}/resource4/{e}/resource5/{f}/resource6/{g}/resource7/{h}/resource8/{i}";

    private static final String DOCUMENT = """
            openapi: 3.0.3
            paths:
              /items/{id}:
                get: {operationId: find}
                delete: {operationId: remove}
              /items: {$ref: 'parts.yaml#/items'}
              %s:
                get: {operationId: deep}
            """;

    private static final String[] APP = {
        deployment(
                "shop",
                "web",
                "env: [{name: CATALOG, value: 'http://catalog'}, {name: LEGACY, value: 'http://legacy'}]"),
        deployment("shop", "admin", env("CATALOG", "http://catalog")),
        deployment("shop", "catalog"),
        service("shop", "catalog", "{port: 80}"),
        deployment("shop", "legacy"),
        service("shop", "legacy", "{port: 80}"),
        deployment("shop", "db"),
        service("shop", "db", "{port: 5432}")
    };

    /** Generates it below a folder. */
    public static RoutedShop in(Path base) throws IOException {
        return in(base, PolicyMode.ALWAYS, Settings.DEFAULT);
    }

    public static RoutedShop in(Path base, PolicyMode policies, Settings settings) throws IOException {
        Files.createDirectories(base.resolve("api"));
        Files.writeString(base.resolve("api/catalog.yaml"), DOCUMENT.formatted(LONG_PATH));
        Files.writeString(base.resolve("api/parts.yaml"), "items:\n  post: {operationId: add}\n");
        HttpRoute search = RouteText.read("search", "GET", "/items/search", Map.of("client-app", "web"));
        DeclaredRoutes catalog =
                new DeclaredRoutes("catalog", Optional.of(base.resolve("api/catalog.yaml")), List.of(search));
        return of(
                base, declarations(base, List.of(uses("find", "GET /items/search")), catalog), policies, settings, APP);
    }

    /** What is declared of calls, and of the Services that are called. */
    public static Declarations declarations(Path base, List<DeclaredCall> calls, DeclaredRoutes... served) {
        return new Declarations(
                calls,
                List.of(),
                List.of(),
                new RouteInputs(
                        RouteSources.ALL, List.of(served), List.of(), new FileNames(base), Limits.DEFAULT, base));
    }

    /** A call from web to catalog, with routes. */
    public static DeclaredCall uses(String... routes) {
        return new DeclaredCall("web", "catalog", "", Optional.empty(), "", List.of(routes));
    }

    /** Generates and verifies what stands in some documents. */
    public static RoutedShop of(
            Path base, Declarations declarations, PolicyMode policies, Settings settings, String... documents)
            throws IOException {
        Path file = base.resolve("app.yaml");
        Files.writeString(file, String.join("---\n", documents));
        GenerateResult result = new Generator()
                .generate(new GenerateRequest(
                        new FileNames(base),
                        Inputs.of(List.of(file)),
                        base.resolve("target/smi"),
                        base.resolve("target/smi.yml"),
                        declarations,
                        new PlanRequest(
                                settings,
                                AccountMode.MISSING,
                                Set.of(),
                                policies,
                                List.of(),
                                List.of(),
                                Optional.empty())));
        return new RoutedShop(
                result,
                new Verifier(Rules.all())
                        .verify(new VerifyRequest(
                                result.applySet(), settings, declarations, Set.of(), new FileNames(base))));
    }

    /** The same where something else is known of routes. */
    public RoutedShop with(RouteBook book) {
        Facts facts = verified.facts();
        CallGraph graph = facts.graph();
        return new RoutedShop(
                result,
                new VerifyResult(
                        new Facts(
                                facts.mesh(),
                                new CallGraph(
                                        graph.calls(),
                                        graph.suggestions(),
                                        graph.ignored(),
                                        graph.unresolved(),
                                        graph.unusedIgnores(),
                                        graph.protocols(),
                                        book,
                                        graph.apiClients()),
                                facts.decisions(),
                                facts.externalAccounts(),
                                facts.settings(),
                                facts.invariants()),
                        verified.findings()));
    }
}
