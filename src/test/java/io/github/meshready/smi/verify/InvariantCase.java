package io.github.meshready.smi.verify;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.app.EgressMode;
import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.verify.invariant.Counterexample;
import io.github.meshready.smi.verify.invariant.Hop;
import io.github.meshready.smi.verify.invariant.Invariant;
import io.github.meshready.smi.verify.invariant.Invariant.Ends;
import io.github.meshready.smi.verify.invariant.InvariantResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What speaks against an invariant in some manifests.
 *
 * @param what what the case is about
 * @param invariant the invariant
 * @param dialect the mesh
 * @param documents the manifests; namespace a is in the mesh
 * @param expected the counterexamples: {@code caller > what is dialled: what passes (what lets it)}, chains with a bar between,
 *     doubtful ones with a question mark
 */
record InvariantCase(String what, Invariant invariant, String dialect, List<String> documents, List<String> expected) {

    static InvariantCase proved(String what, Invariant invariant, String... documents) {
        return new InvariantCase(what, invariant, "osm:1.2", List.of(documents), List.of());
    }

    /** Refuted by one call or chain. */
    static InvariantCase refuted(String what, Invariant invariant, String expected, String... documents) {
        return new InvariantCase(what, invariant, "osm:1.2", List.of(documents), List.of(expected));
    }

    InvariantCase and(String another) {
        return new InvariantCase(
                what,
                invariant,
                dialect,
                documents,
                Stream.concat(expected.stream(), Stream.of(another)).toList());
    }

    /** The same with another mesh. */
    InvariantCase with(String other) {
        String domain = other.startsWith("fsm") ? "flomesh.io" : "openservicemesh.io";
        List<String> there = documents.stream()
                .map(text -> text.replace("openservicemesh.io", domain))
                .toList();
        return new InvariantCase(what, invariant, other, there, expected);
    }

    static Invariant deny(String from, String to, String... except) {
        return new Invariant.Deny(ends(from, to, except));
    }

    static Invariant noPath(String from, String to, String... except) {
        return new Invariant.NoPath(ends(from, to, except));
    }

    static Invariant onlyGet(String from, String to) {
        return new Invariant.Only(ends(from, to), new TreeSet<>(Set.of("GET")));
    }

    private static Ends ends(String from, String to, String... except) {
        return new Ends(List.of(from.split(", ")), List.of(to), List.of(except));
    }

    /** What is found. */
    List<String> found() {
        InvariantResult result =
                new Verifier(List.of()).verify(request()).facts().invariants().get(0);
        return result.counterexamples().stream().map(InvariantCase::text).toList();
    }

    VerifyRequest request() {
        List<String> all = new ArrayList<>(documents);
        String domain = dialect.startsWith("fsm") ? "flomesh.io" : "openservicemesh.io";
        all.add(TestManifests.namespace("a").replace("openservicemesh.io", domain));
        Settings settings = new Settings(
                "default",
                "osm",
                Dialect.of(dialect).orElseThrow(),
                Optional.empty(),
                EgressMode.WRITE,
                Optional.empty());
        return new VerifyRequest(
                List.of(TestManifests.file(String.join("---\n", all))),
                settings,
                Declarations.NONE,
                Set.of(),
                new FileNames(Path.of("")),
                List.of(invariant));
    }

    private static String text(Counterexample example) {
        return example.hops().stream().map(InvariantCase::text).collect(Collectors.joining(" | "));
    }

    private static String text(Hop hop) {
        return (hop.isCertain() ? "" : "?") + hop.from() + " > " + hop.at() + ": " + hop.sent() + " ("
                + hop.cause().object() + ")";
    }

    @Override
    public String toString() {
        return what;
    }
}
