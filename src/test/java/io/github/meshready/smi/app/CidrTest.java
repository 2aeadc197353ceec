package io.github.meshready.smi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0/0", "10.0.0.1/32", "255.255.255.255/8"})
    void knowsRanges(String text) {
        assertThat(Cidr.isRange(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.1",
                "10.0.0/8",
                "10.0.0.0/33",
                "10.0.0.256/8",
                "10.0.0.0/",
                "10.0.0.0/08",
                "010.0.0.0/8",
                "::/0",
                "a.b.c.d/8",
                "1.2.3.4/8/8",
                "1.2.3.-4/8"
            })
    void knowsWhatIsNone(String text) {
        assertThat(Cidr.isRange(text)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 11.0.0.0, false",
        "0.0.0.0/0, 203.0.113.7, true",
        "203.0.113.7/32, 203.0.113.7, true",
        "203.0.113.7/32, 203.0.113.6, false",
        "192.168.1.130/25, 192.168.1.128, true",
        "192.168.1.130/25, 192.168.1.127, false",
        "10.0.0.0/8, db.example.com, false",
        "nothing, 10.0.0.1, false"
    })
    void knowsWhatIsInside(String range, String address, boolean inside) {
        assertThat(Cidr.contains(range, address)).isEqualTo(inside);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.0.0/16, true",
        "10.1.0.0/16, 10.0.0.0/8, true",
        "10.1.0.0/16, 10.1.0.0/16, true",
        "0.0.0.0/0, 192.168.0.0/16, true",
        "10.0.0.0/8, 11.0.0.0/8, false",
        "203.0.113.0/24, 10.0.0.0/8, false",
        "10.0.0.0/8, 10.0.0.1, false",
        "x, 10.0.0.0/8, false"
    })
    void knowsWhatOverlaps(String one, String other, boolean overlap) {
        assertThat(Cidr.overlap(one, other)).isEqualTo(overlap);
    }
}
