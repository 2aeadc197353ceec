package io.github.meshready.smi.verify;

import io.github.meshready.smi.TestManifests;
import io.github.meshready.smi.app.Dialect;
import io.github.meshready.smi.verify.invariant.Invariant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The cases of all rules, in the order in which they are added. */
final class RuleCases {

    private final List<RuleCase> all = new ArrayList<>();

    Stream<RuleCase> all() {
        return all.stream();
    }

    /** The cases of one rule, to be added here. */
    OneRule rule(String id) {
        return new OneRule(id);
    }

    /** Adds the cases of one rule. Namespace a is in the mesh unless a document says something of it. */
    final class OneRule {

        private final String id;

        private OneRule(String id) {
            this.id = id;
        }

        /** The rule speaks: the start of what it says, and how the manifests go on where it points at. */
        OneRule says(String expected, String textThere, String... documents) {
            return add(Dialect.DEFAULT.toString(), expected, textThere, documents);
        }

        /** The rule speaks where something has to hold. */
        OneRule saysOf(Invariant invariant, String expected, String textThere, String... documents) {
            return saysWith(BuildSettings.of(List.of(invariant)), expected, textThere, documents);
        }

        /** The rule speaks where the build says something of the application. */
        OneRule saysWith(BuildSettings build, String expected, String textThere, String... documents) {
            all.add(new RuleCase(id, expected, textThere, Dialect.DEFAULT.toString(), withNamespace(documents), build));
            return this;
        }

        /** The rule keeps still where the build says something of the application. */
        OneRule keepsStillWith(BuildSettings build, String... documents) {
            return saysWith(build, "", "", documents);
        }

        /** The rule keeps still where something has to hold. */
        OneRule keepsStillOf(Invariant invariant, String... documents) {
            return saysOf(invariant, "", "", documents);
        }

        /** The rule speaks in another version of the mesh. */
        OneRule saysIn(String dialect, String expected, String textThere, String... documents) {
            return add(dialect, expected, textThere, documents);
        }

        /** The rule keeps still. */
        OneRule keepsStill(String... documents) {
            return add(Dialect.DEFAULT.toString(), "", "", documents);
        }

        /** The rule keeps still in another version of the mesh. */
        OneRule keepsStillIn(String dialect, String... documents) {
            return add(dialect, "", "", documents);
        }

        private OneRule add(String dialect, String expected, String textThere, String... documents) {
            Dialect mesh = Dialect.of(dialect).orElseThrow();
            List<String> complete = withNamespace(documents).stream()
                    .map(text -> TestManifests.spelledFor(mesh, text))
                    .toList();
            all.add(new RuleCase(id, expected, textThere, dialect, complete, BuildSettings.NONE));
            return this;
        }

        private static List<String> withNamespace(String... documents) {
            List<String> all = new ArrayList<>(List.of(documents));
            if (all.stream().noneMatch(text -> text.contains("kind: Namespace") && text.contains("name: a"))) {
                all.add(TestManifests.namespace("a"));
            }
            return all;
        }
    }
}
