package dev.holdfast.processor.attribute;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "250ms, PT0.25S",
        "60s, PT1M",
        "1m30s, PT1M30S",
        "2h, PT2H",
        "1.5s, PT1.5S",
        "PT1M, PT1M",
        "pt1m, PT1M",
        "P1D, PT24H",
        "0s, PT0S",
        "1h1m1s1ms1us1ns, PT1H1M1.001001001S",
        "0.5ns, PT0.000000001S",
        "365m, PT6H5M",
        "8760h, PT8760H",
    })
    void reads(String text, Duration expected) {
        assertThat(Durations.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "1", "s", "1 s", "-1s", "+1s", "1d", "1S", "1s1m", "1s1s", "1s ", "s1", "1..5s", ".5s", "1.s",
                "1e3s", "P", "PT-1S", "-PT1S", "1s,1ms", "\u0661s", "forever"
            })
    void refuses(String text) {
        assertThat(Durations.parse(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "366h1m99999999999999999999999999999h",
                "99999999999999999999999999999h",
                "P99999999999D",
                "PT9999999999999999H"
            })
    void neverOverflows(String text) {
        Duration duration = Durations.parse(text);
        if (duration != null) {
            assertThat(duration).isGreaterThan(Durations.LONGEST);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0 s",
        "1, 1 ns",
        "1500, 1.5 us",
        "200000000, 200 ms",
        "1400000000, 1.4 s",
        "60000000000, 1 min",
        "90000000000, 1 min 30 s",
        "5400000000000, 1 h 30 min",
        "86400000000000, 1 d",
        "61500000000, 1 min 1.5 s",
        "7199000000000, 1 h 59 min 59 s",
        "93784000000000, 1 d 2 h 3 min 4 s",
        "9223372036854775807, 106751 d 23 h 47 min 16.855 s",
    })
    void formats(long nanos, String expected) {
        assertThat(Durations.format(nanos)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "1000400000, 1.001 s",
        "1000001, 1.001 ms",
        "999999, 999.999 us",
        "999999001, 1 s",
        "59999000001, 1 min",
        "3599999999999, 1 h",
    })
    void roundsUp(long nanos, String expected) {
        assertThat(Durations.format(nanos)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "60 seconds, 60s",
        "60sec, 60s",
        "1 Min 30 Secs, 1m30s",
        "250 millis, 250ms",
        "5MS, 5ms",
        "1 hour, 1h",
        "1.5 hrs, 1.5h",
        "2 days, 48h",
        "3\u00b5s, 3us",
        "10 nanos, 10ns",
        "60,",
        "soon,",
        "'',",
        "1s1m,",
        "5 parsecs,",
        "-1s,",
        "1e3s,"
    })
    void guessesWhatIsMeant(String text, String meant) {
        assertThat(Durations.meant(text)).isEqualTo(meant);
    }

    @Test
    void writesLiterals() {
        assertThat(Durations.literal(60_000_000_000L)).isEqualTo("60_000_000_000L");
        assertThat(Durations.literal(0)).isEqualTo("0L");
    }
}
