package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;

/** Whatever bytes a file holds, it is read or refused in words, and each time alike. */
class ReadingFuzzTest {

    @FuzzTest
    void reads(byte[] bytes) {
        ManifestFile file;
        try {
            file = parse(bytes);
        } catch (InputException e) {
            assertThat(e.problems()).isNotEmpty();
            return;
        }
        assertThat(file.bytes()).as("text").isEqualTo(bytes);
        assertThat(roots(parse(bytes))).as("read again").isEqualTo(roots(file));
        int behind = 0;
        for (Document document : file.documents()) {
            assertThat(document.start()).as("start of a document").isGreaterThanOrEqualTo(behind);
            assertInside(document.root(), document.start(), document.end());
            behind = document.end();
        }
        assertThat(behind).as("end of the last document").isLessThanOrEqualTo(bytes.length);
    }

    /** Edits rely on places: each value stands inside of the one that holds it, behind the one before it. */
    private static void assertInside(Node node, int start, int end) {
        assertThat(node.start()).as("start of %s", node.described()).isBetween(start, end);
        assertThat(node.end()).as("end of %s", node.described()).isBetween(node.start(), end);
        int behind = node.start();
        if (node instanceof MappingNode mapping) {
            for (MappingNode.Entry entry : mapping.entries()) {
                assertInside(entry.key(), behind, node.end());
                assertInside(entry.value(), entry.key().end(), node.end());
                behind = entry.value().end();
            }
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.items()) {
                assertInside(item, behind, node.end());
                behind = item.end();
            }
        }
    }

    private static List<Node> roots(ManifestFile file) {
        return file.documents().stream().map(Document::root).toList();
    }

    private static ManifestFile parse(byte[] bytes) {
        return ManifestFile.parse("f.yaml", "f.yaml", bytes);
    }
}
