package io.github.meshready.smi.call;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShellTextTest {

    @ParameterizedTest
    @CsvSource(delimiter = '!', quoteCharacter = '^', textBlock = """
            a b; c | d && e || f &              ! [[a, b], [c], [d], [e], [f]]
            # a                                 ! []
            a # b                               ! [[a]]
            a#b c                               ! [[a#b, c]]
            a 'b c' "d e"f                      ! [[a, b c, d ef]]
            a \\$X '$X' "$X" ${X} $X/y           ! [[a, $X, $X, value, value, value/y]]
            a $UNKNOWN ${UNKNOWN:-b}            ! [[a, $UNKNOWN, ${UNKNOWN:-b}]]
            H=t; a http://$H:1                  ! [[H=t], [a, http://t:1]]
            until a; do b; done                 ! [[a], [b], [done]]
            exec a "$(b c)" $(d)x               ! [[b, c], [d], [a, $(), $()x]]
            a >&2 2>/dev/null                   ! [[a, >], [2, 2, >, /dev/null]]
            a 'b                                ! [[a, b]]
            a "b                                ! [[a, b]]
            a $(b                               ! [[b], [a, $()]]
            a ${b                               ! [[a, ${b}]]
            """)
    void readsCommandsAsAShellDoes(String text, String expected) {
        assertThat(ShellText.commands(text, Map.of("X", "value"))).hasToString(expected);
    }

    @Test
    void knowsScripts() {
        assertThat(ShellText.isScript("run.sh", "x")).isTrue();
        assertThat(ShellText.isScript("run", "#!/usr/bin/env bash\nx")).isTrue();
        assertThat(ShellText.isScript("run", "#!/usr/bin/python\nx")).isFalse();
        assertThat(ShellText.isScript("run.conf", "x\n#!/bin/sh")).isFalse();
        assertThat(ShellText.isScript("empty", "")).isFalse();
    }
}
