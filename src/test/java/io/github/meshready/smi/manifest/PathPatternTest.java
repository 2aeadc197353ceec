package io.github.meshready.smi.manifest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathPatternTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            a.yaml,          a.yaml,        true
            a.yaml,          b/a.yaml,      false
            *.yaml,          a.yaml,        true
            *.yaml,          b/a.yaml,      false
            **/*.yaml,       a.yaml,        true
            **/*.yaml,       b/c/a.yaml,    true
            b/**,            b/c/a.yaml,    true
            b/**,            b,             true
            b/,              b/c/a.yaml,    true
            b/**/a.yaml,     b/a.yaml,      true
            b/**/c/*.yaml,   b/x/y/c/a.yaml,true
            b/**/c/*.yaml,   b/x/y/a.yaml,  false
            b/*/a.yaml,      b/a.yaml,      false
            b/*/a.yaml,      b/c/a.yaml,    true
            b/*/a.yaml,      b/c/d/a.yaml,  false
            a?.yaml,         ab.yaml,       true
            a?.yaml,         a.yaml,        false
            *a*b*,           xaxxbx,        true
            *a*b*,           xbxxax,        false
            *ab,             aab,           true
            ../x/*.yaml,     ../x/a.yaml,   true
            b\\*.yaml,     b/a.yaml,      true
            [a].yaml,        a.yaml,        false
            """)
    void matchesAsAntDoes(String pattern, String name, boolean expected) {
        assertThat(new PathPattern(pattern).matches(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"*.yaml,''", "a/b/*.yaml,a/b/", "a/**/b/x.yaml,a/", "a/b?/c/*,a/", "../a/*,../a/"})
    void knowsWhereToStart(String pattern, String start) {
        assertThat(new PathPattern(pattern).fixedStart()).isEqualTo(start);
    }

    @ParameterizedTest
    @CsvSource({"k8s,false", "k8s/*.yaml,true", "a?,true", "'',false"})
    void tellsPatternsFromNames(String text, boolean expected) {
        assertThat(PathPattern.isPattern(text)).isEqualTo(expected);
    }
}
