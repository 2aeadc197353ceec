package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.app;
import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.env;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.call.Shop.find;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.AppProtocol;
import io.github.meshready.smi.app.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a port speaks, where its callers and its number tell, disagree, or say nothing. */
class SpokenProtocolsTest {

    /** OSM would take these for http; raw TCP carries that as well. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {port: 7777}                             | {port: 1234}               | 7777 tcp assumed, as nothing tells
            {port: 7777}                             | {port: 7777, name: grpc}   | 7777 tcp assumed, as nothing tells
            {port: 7777}                             | {port: 7777, name: mysql}  | 7777 tcp assumed, as nothing tells
            {port: 8013, name: rpc}                  | {port: 1234}               | 8013 tcp assumed, as nothing tells
            {port: 8009}                             | {port: 1234}               | 8009 tcp port 8009
            {port: 7777}                             | {port: 7777, name: http-x} | 7777 http port 7777 elsewhere in the application
            {port: 7777, name: tcp-server-first-x}   | {port: 7777, name: http-x} | 7777 tcp-server-first port name tcp-server-first-x
            """)
    void takesWhatNothingTellsForWhatTheNumberIsElsewhereElseForTcp(String port, String other, String expected) {
        CallGraph graph = find(
                deployment("shop", "web", env("X_ADDR", "odd")),
                deployment("shop", "odd"),
                service("shop", "odd", port),
                deployment("shop", "other"),
                service("shop", "other", other));
        Call call = graph.calls().get(0);
        PortProtocol spoken = graph.protocol(call.service(), call.port());
        assertThat(call.port().number() + " " + spoken.protocol() + " " + spoken.why())
                .isEqualTo(expected);
        assertThat(spoken.isKnown()).isEqualTo(!expected.contains("assumed"));
    }

    /** Nobody needs a guess there, and a mark would change what works. */
    @Test
    void leavesPortsThatNobodyCallsToTheMesh() {
        CallGraph graph =
                find(deployment("shop", "web"), deployment("shop", "odd"), service("shop", "odd", "{port: 7777}"));
        assertThat(graph.protocols().values())
                .filteredOn(spoken -> !spoken.isKnown())
                .map(PortProtocol::protocol)
                .containsOnly(AppProtocol.HTTP);
    }

    @Test
    void believesAClientsSchemeMoreThanANumber() {
        Application application = app(
                deployment("a", "web", env("X", "http://odd:3306/")),
                deployment("a", "odd"),
                service("a", "odd", "{port: 3306}"),
                deployment("a", "pg"),
                service("a", "pg", "{port: 9999}"),
                deployment("a", "two", env("PG", "postgres://pg:9999/x")));
        assertThat(new CallFinder(application, Declarations.NONE).find().calls())
                .map(Call::described)
                .containsExactly("two -> pg:9999 tcp-server-first (env PG)", "web -> odd:3306 http (env X)");
    }

    @ParameterizedTest
    @CsvSource({
        "7777, jdbc:postgresql://db:7777/x, http://db:7777, tcp-server-first",
        "7777, redis://db:7777, http://db:7777, tcp",
        "7777, grpc://db:7777, http://db:7777, http",
        "5432, http://db:5432, redis://db:5432, tcp-server-first",
        "8080, tcp://db:8080, http://db:8080, http"
    })
    void takesWhatCarriesBothWhereClientsDisagree(String port, String one, String other, String protocol) {
        for (String[] values : new String[][] {{one, other}, {other, one}}) {
            Application application = app(
                    deployment(
                            "a",
                            "web",
                            "env: [{name: A, value: '%s'}, {name: B, value: '%s'}]".formatted(values[0], values[1])),
                    deployment("a", "db"),
                    service("a", "db", "{port: " + port + "}"));
            assertThat(new CallFinder(application, Declarations.NONE).find().calls())
                    .map(call -> call.protocol().toString())
                    .containsExactly(protocol);
        }
    }
}
