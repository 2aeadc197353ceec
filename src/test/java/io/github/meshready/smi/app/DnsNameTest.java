package io.github.meshready.smi.app;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DnsNameTest {

    @ParameterizedTest
    @CsvSource({
        "a,true,true", "web-1,true,true", "1a,true,true", "a.b,false,true", "'',false,false", "-a,false,false",
        "a-,false,false", "A,false,false", "a_b,false,false", "a..b,false,false", "a.,false,false", ".a,false,false",
        "..,false,false", "a/b,false,false", "\u0430,false,false", "a.-b,false,false"
    })
    void tellsNames(String name, boolean label, boolean subdomain) {
        assertThat(DnsName.isLabel(name)).isEqualTo(label);
        assertThat(DnsName.isSubdomain(name)).isEqualTo(subdomain);
    }

    @Test
    void boundsLengths() {
        assertThat(DnsName.isLabel("a".repeat(63))).isTrue();
        assertThat(DnsName.isLabel("a".repeat(64))).isFalse();
        assertThat(DnsName.isSubdomain("a".repeat(253))).isTrue();
        assertThat(DnsName.isSubdomain("a".repeat(254))).isFalse();
    }
}
