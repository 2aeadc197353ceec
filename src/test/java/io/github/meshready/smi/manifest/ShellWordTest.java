package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ShellWordTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "deployment/web, deployment/web",
                "\"app=web,tier=a_b.c\", \"app=web,tier=a_b.c\"",
                "target/smi/größe, target/smi/größe",
                "\"\", ''",
                "a b, 'a b'",
                "it's, 'it'\\''s'",
                "$(id), '$(id)'",
                "~, '~'",
                "a#b, 'a#b'"
            })
    void quotesWhatIsNotPlain(String value, String word) {
        assertThat(ShellWord.of(value)).isEqualTo(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a b",
                "'",
                "''$(id)''",
                "`id`",
                "\"$HOME\"",
                "a\nb",
                "\\",
                "*",
                "~",
                "#",
                "!x",
                "-n",
                ";&|<>"
            })
    void isOneWordToAShell(String value) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")));
        Process shell = new ProcessBuilder("/bin/sh", "-c", "printf '<%s>' " + ShellWord.of(value)).start();
        assertThat(new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo("<" + value + ">");
        assertThat(shell.waitFor()).isZero();
    }
}
