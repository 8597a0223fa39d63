package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Durations in assertions are those of annotations. */
class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "200ms, PT0.2S, 200ms",
        "1.5s, PT1.5S, 1.5s",
        "90s, PT90S, 1m30s",
        "1m30s, PT90S, 1m30s",
        "1h, PT1H, 1h",
        "1h1s, PT3601S, 1h1s",
        "60m, PT1H, 1h",
        "250us, PT0.00025S, 250us",
        "7ns, PT0.000000007S, 7ns",
        "1.000000001s, PT1.000000001S, 1.000000001s",
        "PT2S, PT2S, 2s",
        "0s, PT0S, 0s",
    })
    void readsAndWrites(String text, Duration duration, String written) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
        assertThat(Durations.text(duration)).isEqualTo(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "200", "ms", "1..5s", "1s1m", "0.5ns", "200 ms", "-1s", "P1X", "100000000000h"})
    void refusesOtherText(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessageStartingWith("\"" + text + "\" is no duration.");
    }

    @ParameterizedTest
    @CsvSource({"2s, 2", "1.5s, 1.5", "1m, 60", "100s, 100", "250ms, 0.25"})
    void writesSecondsAsInAHeader(String text, String seconds) {
        assertThat(Durations.seconds(Durations.parse(text))).isEqualTo(seconds);
    }
}
