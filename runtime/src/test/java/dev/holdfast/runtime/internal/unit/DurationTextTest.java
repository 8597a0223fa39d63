package dev.holdfast.runtime.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations as text, for messages and for telling settings apart. */
class DurationTextTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0ns",
        "999, 999ns",
        "1500, 1.5us",
        "1001, 1.001us",
        "1000001, 1.000001ms",
        "250000000, 250ms",
        "999999999, 999.999999ms",
        "1000000000, 1s",
        "1050000000, 1.05s",
        "1000400000, 1.0004s",
        "1000000001, 1.000000001s",
        "59999999999, 59.999999999s",
        "60000000000, 1m",
        "60000000001, 1m0.000000001s",
        "90000000000, 1m30s",
        "3600000000000, 1h",
        "3661000000000, 1h1m1s",
        "31536000000000000, 8760h"
    })
    void readsLikeAnAnnotation(long nanos, String text) {
        assertThat(DurationText.of(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0ns",
        "1, 1ms",
        "1000000, 1ms",
        "1000001, 2ms",
        "999000001, 1s",
        "41999999999, 42s",
        "1234000000, 1.234s",
        "59999000001, 1m",
        "31536000000000000, 8760h"
    })
    void forPeopleItIsRoundedUpToAMillisecond(long nanos, String text) {
        assertThat(DurationText.rounded(nanos)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "250ms, 250000000",
        "1m30s, 90000000000",
        "1.5s, 1500000000",
        "PT1M, 60000000000",
        "pt1m, 60000000000",
        "P365D, 31536000000000000",
        "0s, 0",
        "1h1m1s1ms1us1ns, 3661001001001",
        "0.5ns, 1",
        "0.5us0.5ns, 501",
        "8760h, 31536000000000000",
    })
    void isReadAsInAnAnnotation(String text, long nanos) {
        assertThat(DurationText.parse(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1", "s", "1 s", "-1s", "+1s", "1d", "1S", "1s1m", "1s1s", "1s ", "s1", "1..5s", ".5s", "1.s",
                "1e3s", "1.2.3s", "P", "PT-1S", "-PT1S", "1s,1ms", "\u0661s", "forever"
            })
    void isNoDuration(String text) {
        assertThat(DurationText.parse(text)).isEqualTo(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8760h1ns",
                "P365DT0.000000001S",
                "99999999999999999999999999999h",
                "P99999999999D",
                "1000000000000s"
            })
    void isTooLongForAnySetting(String text) {
        assertThat(DurationText.parse(text)).isGreaterThan(Nanos.MAX);
    }
}
