package io.github.meshready.smi.lastrun;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run is repeated only while the same suppressions are over. */
class DaysTest {

    private static final LocalDate PAST = LocalDate.of(2026, 1, 10);
    private static final LocalDate FUTURE = LocalDate.of(2026, 3, 10);

    @ParameterizedTest
    @CsvSource({
        "2026-01-10, false",
        "2026-01-11, true",
        "2026-02-01, true",
        "2026-03-10, true",
        "2026-03-11, false",
        "1969-12-31, false"
    })
    void holdFromTheDayAfterOneEndedToTheLastOfTheNext(LocalDate day, boolean same) {
        Days days = Days.ALL
                .with(PAST, true)
                .with(PAST.minusYears(1), true)
                .with(FUTURE, false)
                .with(FUTURE.plusYears(1), false);
        assertThat(days.contains(day)).isEqualTo(same);
        assertThat(days.areAll()).isFalse();
        assertThat(Days.ALL.areAll()).isTrue();
        assertThat(Days.ALL.contains(day)).isTrue();
    }
}
