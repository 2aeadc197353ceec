package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.AccountMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What must hold between two runs, whatever the right result of each is. */
class MetamorphicTest {

    private static final int APPLICATIONS = 150;

    /** Takes the calls away one by one, in any order, down to the last: each step takes access away or none. */
    @Test
    void withoutACallNothingMoreIsAllowedAndWithOneNothingLess() {
        Seeds.each(APPLICATIONS, MetamorphicTest::application, application -> {
            List<RandomCall> calls = new ArrayList<>(application.calls());
            Collections.shuffle(calls, new Random(7));
            Set<String> before = allowed(application);
            while (!calls.isEmpty()) {
                RandomCall removed = calls.remove(calls.size() - 1);
                Set<String> after = allowed(application.with(calls));
                assertThat(before).as("with and without " + removed).containsAll(after);
                before = after;
            }
            assertThat(application.given()).as("of no calls at all").containsAll(before);
        });
    }

    @Test
    void theOrderOfFilesAndDocumentsMakesNoDifference() {
        Seeds.each(APPLICATIONS, MetamorphicTest::application, application -> {
            Random random = new Random(7);
            List<String> documents = new ArrayList<>(application.documents());
            Map<String, String> expected = byObject(InMemory.applySet(application));
            Collections.shuffle(documents, random);
            List<ManifestFile> files = new ArrayList<>();
            while (!documents.isEmpty()) {
                List<String> some = documents.subList(0, 1 + random.nextInt(documents.size()));
                files.add(InMemory.file("f" + random.nextInt(1000) + "-" + documents.size() + ".yaml", some));
                some.clear();
            }
            assertThat(byObject(InMemory.generate(files, application))).isEqualTo(expected);
        });
    }

    @Test
    void aSecondRunWritesTheSameAndARunOnTheResultAddsNothing() {
        Seeds.each(APPLICATIONS, MetamorphicTest::application, application -> {
            List<ManifestFile> first = InMemory.applySet(application);
            assertThat(InMemory.texts(InMemory.applySet(application))).isEqualTo(InMemory.texts(first));
            Map<String, String> again = byObject(InMemory.generate(first, application));
            assertThat(again).as("made ready already").isEqualTo(byObject(first));
        });
    }

    private static RandomApplication application(long seed) {
        return new RandomApplication(seed, seed % 5 == 0 ? AccountMode.DEDICATED : AccountMode.MISSING);
    }

    private static Set<String> allowed(RandomApplication application) {
        return new PolicyOracle(InMemory.generate(application)).allowed();
    }

    /** The text of each object by its kind and name, wherever it stands. */
    private static Map<String, String> byObject(List<ManifestFile> files) {
        Map<String, String> texts = new TreeMap<>();
        for (String text : InMemory.texts(files)) {
            for (String document : text.split("(?m)^---\n")) {
                PlainObjects.read(List.of(document))
                        .all()
                        .forEach(object ->
                                texts.put(object.get("kind") + " " + PlainObjects.name(object), document.strip()));
            }
        }
        return texts;
    }
}
