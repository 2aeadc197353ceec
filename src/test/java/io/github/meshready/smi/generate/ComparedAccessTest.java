package io.github.meshready.smi.generate;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.app.Settings;
import io.github.meshready.smi.call.Declarations;
import io.github.meshready.smi.diff.Change;
import io.github.meshready.smi.diff.DiffRequest;
import io.github.meshready.smi.diff.DiffResult;
import io.github.meshready.smi.diff.Differ;
import io.github.meshready.smi.diff.Door;
import io.github.meshready.smi.manifest.FileNames;
import io.github.meshready.smi.manifest.ManifestFile;
import io.github.meshready.smi.policy.AccountMode;
import io.github.meshready.smi.verify.VerifyRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What must hold of any comparison of random applications. */
class ComparedAccessTest {

    private static final int APPLICATIONS = 150;

    @Test
    void anApplicationDoesNotDifferFromItselfHoweverItIsWritten() {
        Seeds.each(APPLICATIONS, ComparedAccessTest::application, application -> {
            List<ManifestFile> files = InMemory.applySet(application);
            List<String> documents = new ArrayList<>();
            InMemory.texts(files).forEach(text -> documents.addAll(List.of(text.split("(?m)^---\n"))));
            Collections.shuffle(documents, new Random(7));
            List<String> renamed = documents.stream()
                    .map(text -> text.contains("kind: TrafficTarget")
                            ? text.replaceFirst("(?m)^  name: ", "  name: x-")
                            : text)
                    .toList();
            assertThat(diff(files, files).changes()).isEmpty();
            assertThat(diff(files, List.of(InMemory.file("all.yaml", renamed))).changes())
                    .isEmpty();
        });
    }

    @Test
    void theOtherWayRoundItIsMirrored() {
        Seeds.each(APPLICATIONS, MutatedPolicies::new, policies -> {
            List<ManifestFile> before = List.of(InMemory.file("all.yaml", List.of(policies.yaml())));
            policies.mutate();
            List<ManifestFile> after = List.of(InMemory.file("all.yaml", List.of(policies.yaml())));
            assertThat(diff(after, before).changes())
                    .isEqualTo(diff(before, after).changes().stream()
                            .map(Change::mirrored)
                            .toList());
        });
    }

    /** The oracle shares nothing with the mesh that is asked here. */
    @Test
    void whatAppearsWithTheLastCallIsWhatTheOracleSeesAppear() {
        Seeds.each(APPLICATIONS, ComparedAccessTest::application, application -> {
            List<RandomCall> calls = new ArrayList<>(application.calls());
            if (!calls.isEmpty()) {
                calls.remove(calls.size() - 1);
            }
            List<ManifestFile> before = InMemory.applySet(application.with(calls));
            List<ManifestFile> after = InMemory.applySet(application);
            Set<String> appeared = new TreeSet<>(new PolicyOracle(InMemory.texts(after)).allowed());
            appeared.removeAll(new PolicyOracle(InMemory.texts(before)).allowed());
            Set<String> shown = diff(before, after).changes().stream()
                    .filter(change -> change.kind() == Change.Kind.APPEARS)
                    .map(Change::door)
                    .filter(door -> door.kind() == Door.Kind.ACCESS)
                    .map(door -> door.from() + " " + door.to() + " " + door.port())
                    .collect(Collectors.toSet());
            assertThat(shown).isEqualTo(appeared);
        });
    }

    private static RandomApplication application(long seed) {
        return new RandomApplication(seed, AccountMode.MISSING);
    }

    private static DiffResult diff(List<ManifestFile> from, List<ManifestFile> to) {
        return new Differ().diff(new DiffRequest(request(from), request(to)));
    }

    private static VerifyRequest request(List<ManifestFile> files) {
        return new VerifyRequest(files, Settings.DEFAULT, Declarations.NONE, Set.of(), new FileNames(Path.of("")));
    }
}
