package io.github.meshready.smi.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathContainmentTest {

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            .*                  § /a                  § true
            /a                  § /a                  § true
            ^/a$                § /a                  § true
            /a/.*               § /a/b                § true
            /a/.*               § /a/b/.*             § true
            /a/b/.*             § /a/.*               § false
            /a/[^/]+            § ^/a/[!-.0-~]+$      § true
            ^/a/[!-.0-~]+$      § /a/[^/]+            § false
            /a(/.*)?            § /a/?                § true
            /a|/b               § /b                  § true
            /(?i)a              § /a                  § true
            /(?i)a              § /A?                 § false
            """)
    void comparesWholePaths(String wide, String narrow, boolean expected) {
        assertThat(PathContainment.covers(wide, narrow, true)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '§', textBlock = """
            .*         § /a          § true
            /a         § /a/b        § true
            /a/b       § /a          § false
            ^/a        § ^/a/b$      § true
            ^/a        § /a          § false
            """)
    void comparesPartsOfPaths(String wide, String narrow, boolean expected) {
        assertThat(PathContainment.covers(wide, narrow, false)).isEqualTo(expected);
    }
}
