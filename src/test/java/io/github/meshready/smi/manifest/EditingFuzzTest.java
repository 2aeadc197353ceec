package io.github.meshready.smi.manifest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Whatever a file holds, an edit of it changes what was asked for and nothing else, or is refused. */
class EditingFuzzTest {

    @FuzzTest
    void edits(byte[] bytes) {
        ManifestFile file;
        try {
            file = parse(bytes);
        } catch (InputException e) {
            return;
        }
        for (Edit edit : PossibleEdits.of(file)) {
            apply(file, edit).ifPresent(edited -> assertOnlyEdited(file, edit, edited));
        }
    }

    private static Optional<ManifestFile> apply(ManifestFile file, Edit edit) {
        try {
            return Optional.of(new FileEditor().apply(file, List.of(edit)));
        } catch (InputException e) {
            return Optional.empty(); // refused, which is always safe
        }
    }

    private static void assertOnlyEdited(ManifestFile file, Edit edit, ManifestFile edited) {
        assertThat(Meaning.of(parse(edited.bytes())))
                .as("meaning after %s", edit)
                .isEqualTo(Meaning.of(file, edit));
        Document document = file.documents().get(edit.document());
        if (document.shared().isEmpty() && !document.repeatsKey()) {
            assertOnePlace(file.bytes(), edit, edited.bytes(), document);
        }
        boolean repeatable = !(edit instanceof Edit.Remove remove) || lastStep(remove) instanceof String;
        if (repeatable) {
            assertThat(new FileEditor().apply(edited, List.of(edit)))
                    .as("%s a second time", edit)
                    .isSameAs(edited);
        }
    }

    /** Without aliases to write out, an edit is one stretch of text put in, replaced, or taken out. */
    private static void assertOnePlace(byte[] before, Edit edit, byte[] after, Document document) {
        if (!(edit instanceof Edit.Remove)) {
            assertThat(bytesGone(before, after))
                    .as("bytes gone with %s", edit)
                    .isLessThanOrEqualTo(replaceable(document, edit));
        } else if (!leavesNothing(document, edit)) {
            assertThat(bytesGone(after, before)).as("bytes added by %s", edit).isZero();
        }
    }

    /** How many bytes of one text do not stand in the other, in front of or behind what is new there. */
    private static int bytesGone(byte[] before, byte[] after) {
        int shorter = Math.min(before.length, after.length);
        int mismatch = Arrays.mismatch(before, after);
        int same = mismatch < 0 ? shorter : mismatch;
        int behind = 0;
        while (same + behind < shorter && before[before.length - 1 - behind] == after[after.length - 1 - behind]) {
            behind++;
        }
        return before.length - same - behind;
    }

    /** How many bytes the value takes that an edit may replace: the one at its path, or an empty one on the way. */
    private static int replaceable(Document document, Edit edit) {
        Node node = document.root();
        for (Object step : edit.path()) {
            if (node instanceof MappingNode mapping
                    && mapping.own((String) step).isEmpty()) {
                return 0;
            }
            node = next(node, step);
        }
        boolean kept = edit instanceof Edit.AddItem && node instanceof SequenceNode;
        String text = document.source().text().substring(node.start(), node.end());
        return kept ? 0 : text.getBytes(UTF_8).length;
    }

    /** Whether the last entry or item goes: then braces or brackets come, in another place. */
    private static boolean leavesNothing(Document document, Edit edit) {
        Node node = document.root();
        for (Object step : edit.path().subList(0, edit.path().size() - 1)) {
            node = next(node, step);
        }
        return node instanceof MappingNode mapping
                ? mapping.entries().size() == 1
                : ((SequenceNode) node).items().size() == 1;
    }

    /** One step down; a value without parts stays, being what is filled. */
    private static Node next(Node node, Object step) {
        if (node instanceof SequenceNode sequence) {
            return sequence.items().get((Integer) step);
        }
        return node instanceof MappingNode mapping
                ? mapping.own((String) step).orElseThrow().value()
                : node;
    }

    private static Object lastStep(Edit edit) {
        return edit.path().get(edit.path().size() - 1);
    }

    private static ManifestFile parse(byte[] bytes) {
        return ManifestFile.parse("f.yaml", "f.yaml", bytes);
    }
}
