package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0ns",
        "999, 999ns",
        "1500, 1.5us",
        "250000000, 250ms",
        "999999999, 999.999ms",
        "1000000000, 1s",
        "1050000000, 1.05s",
        "59999999999, 59.999s",
        "60000000000, 1m",
        "90000000000, 1m30s",
        "3600000000000, 1h",
        "3661000000000, 1h1m1s",
        "31536000000000000, 8760h"
    })
    void readsLikeAnAnnotation(long nanos, String text) {
        assertThat(DurationText.of(nanos)).isEqualTo(text);
    }
}
