package io.github.meshready.smi.call;

import static io.github.meshready.smi.TestManifests.deployment;
import static io.github.meshready.smi.TestManifests.service;
import static io.github.meshready.smi.call.Shop.find;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.meshready.smi.app.AppProtocol;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the build says of calls holds, and is told where it names nothing. */
class DeclarationsTest {

    static Stream<Arguments> declared() {
        return Stream.of(
                Arguments.of(new DeclaredCall("web", "db", ""), "web -> db:5432 tcp-server-first (declared)"),
                Arguments.of(new DeclaredCall("shop/web", "shop/api", "9000"), "web -> api:9000 tcp (declared)"),
                Arguments.of(new DeclaredCall("Deployment/shop/web", "api", "http"), "web -> api:80 http (declared)"),
                Arguments.of(new DeclaredCall("Deployment/web", "api", "admin"), "web -> api:9000 tcp (declared)"),
                Arguments.of(
                        new DeclaredCall("web", "api", "admin", Optional.of(AppProtocol.GRPC), "of the nightly job"),
                        "web -> api:9000 grpc (declared: of the nightly job)"));
    }

    @ParameterizedTest
    @MethodSource("declared")
    void takesDeclaredCalls(DeclaredCall call, String expected) {
        CallGraph graph = find(new Declarations(List.of(call), List.of()), deployment("shop", "web"));
        assertThat(graph.calls()).map(Call::described).containsExactly(expected);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                Arguments.of(
                        new DeclaredCall("weeb", "db", ""),
                        "<call> weeb -> db: <from>weeb</from> names nothing in the manifests; did you mean web?"),
                Arguments.of(
                        new DeclaredCall("web", "dc", ""),
                        "<to>dc</to> names nothing in the manifests; did you mean db?"),
                Arguments.of(new DeclaredCall("web", "db", "1"), "Service shop/db has no TCP port 1"),
                Arguments.of(new DeclaredCall("web", "api", ""), "Service shop/api has several ports"),
                Arguments.of(new DeclaredCall("dup", "db", ""), "<from>dup</from> names several"),
                Arguments.of(
                        new DeclaredCall("web", "marked", "", Optional.of(AppProtocol.TCP), ""),
                        "<call> web -> marked: <protocol>tcp</protocol> is declared, and Service shop/marked has"
                                + " appProtocol HTTP on that port"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void refusesDeclarationsThatNameNothingOrSeveralThings(DeclaredCall call, String message) {
        assertThatThrownBy(() -> find(
                        new Declarations(List.of(call), List.of()),
                        deployment("shop", "web"),
                        deployment("shop", "dup"),
                        deployment("other", "dup"),
                        deployment("shop", "marked"),
                        service("shop", "marked", "{port: 80, appProtocol: HTTP}")))
                .hasMessageContaining(message);
    }

    @Test
    void refusesTwoProtocolsForOnePort() {
        List<DeclaredCall> calls = List.of(
                new DeclaredCall("web", "db", "", Optional.of(AppProtocol.TCP), ""),
                new DeclaredCall("api", "db", "", Optional.of(AppProtocol.HTTP), ""));
        assertThatThrownBy(() -> find(new Declarations(calls, List.of()), deployment("shop", "web")))
                .hasMessageContaining(
                        "<call> api -> db: <protocol>http</protocol> is declared, and tcp for the same port elsewhere");
    }

    @Test
    void takesADeclaredCallForTheAnswerToAnAddressThatSaysTooLittle() {
        String web =
                deployment("shop", "web", "env: [{name: TWIN_HOST, value: twin}, {name: OLD_HOST, value: legacy}]");
        assertThat(find(web).unresolved()).hasSize(2);
        CallGraph declared = find(new Declarations(List.of(new DeclaredCall("web", "twin", "left")), List.of()), web);
        assertThat(declared.unresolved()).map(each -> each.address().toString()).containsExactly("legacy");
        CallGraph ofAnother = find(new Declarations(List.of(new DeclaredCall("db", "twin", "left")), List.of()), web);
        assertThat(ofAnother.unresolved()).hasSize(2);
    }

    @Test
    void ignoresWhatIsSaidToBeNoCall() {
        String[] web = {deployment("shop", "web", "env: [{name: A, value: 'db:5432'}, {name: B, value: 'api:80'}]")};
        assertThat(ignoring(new DeclaredCall("web", "", ""), web).calls()).isEmpty();
        assertThat(ignoring(new DeclaredCall("", "db", ""), web).calls())
                .map(Call::described)
                .containsExactly("web -> api:80 http (env B)");
        assertThat(ignoring(new DeclaredCall("web", "api", "http"), web).ignored())
                .map(IgnoredCall::described)
                .containsExactly("web -> api:80 http (env B)");
        assertThat(ignoring(new DeclaredCall("web", "api", "", Optional.empty(), "switched off"), web)
                        .ignored())
                .map(IgnoredCall::described)
                .containsExactly("web -> api:80 http (env B): switched off");
        DeclaredCall unused = new DeclaredCall("web", "api", "9000");
        assertThat(ignoring(unused, web).unusedIgnores()).containsExactly(unused);
        CallGraph both = find(
                new Declarations(List.of(new DeclaredCall("web", "db", "")), List.of(new DeclaredCall("web", "", ""))),
                web);
        assertThat(both.calls())
                .as("a declared call holds")
                .map(call -> call.service().name().name())
                .containsExactly("db");
    }

    @Test
    void ignoresAddressesThatLeadNowhere() {
        String web = deployment("shop", "web", "env: [{name: A_HOST, value: legacy}, {name: B_HOST, value: 'old:7'}]");
        assertThat(ignoring(new DeclaredCall("web", "legacy", ""), web).unresolved())
                .map(each -> each.address().toString())
                .containsExactly("old:7");
        assertThat(ignoring(new DeclaredCall("", "old", "7"), web).unresolved())
                .map(each -> each.address().toString())
                .containsExactly("legacy");
        assertThat(ignoring(new DeclaredCall("", "old", "8"), web).unresolved()).hasSize(2);
    }

    @Test
    void refusesToIgnoreTheCallsOfNobody() {
        assertThatThrownBy(() -> ignoring(new DeclaredCall("wep", "db", ""), deployment("shop", "web")))
                .hasMessageContaining("<ignoredCall> wep -> db: <from>wep</from> names nothing in the manifests;"
                        + " did you mean web?");
    }

    private static CallGraph ignoring(DeclaredCall ignored, String... documents) {
        return find(new Declarations(List.of(), List.of(ignored)), documents);
    }
}
