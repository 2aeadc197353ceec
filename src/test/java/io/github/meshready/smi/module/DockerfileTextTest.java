package io.github.meshready.smi.module;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.meshready.smi.module.BuildModule.ConfigFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DockerfileTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            FROM x                      | ``
            ENV A=b                     | A=b
            env A=b C=d                 | A=b;C=d
            ENV A="b c" D=e             | A="b c";D=e
            ENV A b c                   | A=b c
            ENV A http://b:80/?c=d      | A=http://b:80/?c=d
            ENV A=b \\;    C=d          | A=b;C=d
            # ENV A=b                   | ``
            RUN ENV A=b                 | ``
            ENV A=b;RUN x;ENV C d       | A=b;C=d
            """)
    void takesVariablesFromTheirInstruction(String dockerfile, String expected) {
        ConfigFile file = new ConfigFile("Dockerfile", "web/Dockerfile", dockerfile.replace(';', '\n'));
        ConfigFile variables = DockerfileText.variables(file);
        assertThat(variables.text()).isEqualTo(expected.replace(';', '\n'));
        assertThat(variables.path()).isEqualTo("web/Dockerfile");
        assertThat(variables.name()).isEqualTo("Dockerfile.env");
    }
}
