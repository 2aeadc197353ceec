package io.github.meshready.smi.lastrun;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.manifest.Question;
import io.github.meshready.smi.manifest.Sighting;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is remembered is read back as it was, or not at all. */
class PastRunTextTest {

    private static final PastRun RUN = new PastRun(
            List.of("plugin 1f", "place in the repository 2e"),
            new Days(-3, Long.MAX_VALUE),
            List.of(
                    new Sighting("", Question.ENTRIES, "ab"),
                    new Sighting("k8s/ä b.yaml", Question.CONTENT, "3:ff"),
                    new Sighting("../.git", Question.TYPE, "ABSENT")),
            List.of(
                    new Said(Said.Level.WARN, "two\nlines\r\n\tand \\n no third"),
                    new Said(Said.Level.CONSOLE, "::error file=a::b\n"),
                    new Said(Said.Level.INFO, "")));

    @Test
    void readsWhatItWrote() {
        byte[] written = PastRunText.write(RUN);
        assertThat(PastRunText.parse(written)).contains(RUN);
        assertThat(PastRunText.write(RUN)).isEqualTo(written);
    }

    @Test
    void readsNothingElse() {
        byte[] written = PastRunText.write(RUN);
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            byte[] changed = written.clone();
            int at = random.nextInt(changed.length);
            switch (random.nextInt(3)) {
                case 0 -> changed[at] ^= (byte) (1 << random.nextInt(8));
                case 1 -> changed = Arrays.copyOf(changed, at);
                default -> changed = joined(Arrays.copyOf(changed, at), changed);
            }
            assertThat(PastRunText.parse(changed))
                    .as(new String(changed, StandardCharsets.UTF_8))
                    .isEmpty();
        }
        assertThat(PastRunText.parse(new byte[0])).isEmpty();
        assertThat(PastRunText.parse("end\t".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        // Nothing in front of the whole text is the text itself.
        return one.length == 0 ? new byte[] {' '} : all;
    }
}
