package io.github.meshready.smi.route.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Placeholders in paths, and values that have some themselves. */
class ConfigurationTest {

    private static final Configuration CONFIGURATION = new Configuration(Map.of(
            "shop.base-path", "/books",
            "SHOP_ROOM", "${shop.basePath}/room",
            "circle", "${circle}",
            "open", "${shop.absent}",
            "management.port", "1"));

    @ParameterizedTest
    @CsvSource(delimiter = ';', nullValues = "-", textBlock = """
            /plain/{id}                     ; /plain/{id}
            ${shop.base-path}/{id}          ; /books/{id}
            ${shop.room}/${shop.base-path}  ; /books/room//books
            ${shop.absent:/d}               ; /d
            ${shop.absent:}                 ; ''
            ${shop.absent:${shop.room}/x}   ; /books/room/x
            ${shop.absent:/d/{id}}/{x}      ; /d/{id}/{x}
            ${shop.base-path:/d/{id}}/{x}   ; /books/{x}
            ${shop.absent}                  ; -
            ${shop.base-path                ; -
            ${circle}                       ; -
            """)
    void areFilledIn(String text, String expected) {
        assertThat(CONFIGURATION.filled(text).orElse(null)).isEqualTo(expected);
    }

    @Test
    void areToldWhereNothingFillsThem() {
        assertThat(CONFIGURATION.text("shop.absent", "shop.room")).isEqualTo("/books/room");
        assertThat(CONFIGURATION.untold()).isEmpty();
        assertThat(CONFIGURATION.text("open", "shop.room")).isEmpty();
        assertThat(CONFIGURATION.untold()).containsExactly("open");
    }

    @Test
    void keysAreFoundByTheirBeginning() {
        assertThat(CONFIGURATION.hasBelow("management.")).isTrue();
        assertThat(CONFIGURATION.hasBelow("managemen.")).isFalse();
        assertThat(CONFIGURATION.hasBelow("zuul.")).isFalse();
    }
}
