package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Allocation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Headers that name a wait by a plain number: of seconds, of milliseconds, or of what its size says. */
class WaitNumberTest {

    /** The first second of 2026. */
    private static final long NOW = 1_767_225_600_000L;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000",
        "250, 250000000",
        "0250, 250000000",
        "1500.5, 1500500000",
        "0.0000001, 1",
        "1.0000010, 1000001",
        "1.0000011, 1000002",
        "' 20\t', 20000000",
        "31536000000, 31536000000000000",
        "31536000000.000001, -1",
        "31536000001, -1",
        "99999999999999999999999999, -1",
    })
    void readsMilliseconds(String text, long nanos) {
        assertThat(WaitNumber.millis(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1000000000",
        "0.5, 500000000",
        "31536000, 31536000000000000",
        "31536001, -1",
        "1767225600, -1",
    })
    void readsSeconds(String text, long nanos) {
        assertThat(WaitNumber.seconds(text)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        // a wait
        "0, 0",
        "60, 60000000000",
        "3600.25, 3600250000000",
        "31536000, 31536000000000000",
        "31536001, -1",
        "999999999, -1",
        // an instant in seconds
        "1000000000, 0",
        "1767225599, 0",
        "1767225600, 0",
        "1767225600.001, 1000000",
        "1767225600.0001, 1000000",
        "1767225601, 1000000000",
        "1767229200, 3600000000000",
        "1798761600, 31536000000000000",
        "1798761600.1, -1",
        "1798761601, -1",
        "99999999999, -1",
        // one in milliseconds
        "100000000000, 0",
        "1767225600000, 0",
        "1767225600001, 1000000",
        "1767225600000.1, 1000000",
        "1767225660000, 60000000000",
        "1798761600001, -1",
        "9223372036854775807, -1",
        "9999999999999999999999999999, -1",
    })
    void theSizeOfANumberSaysWhatItIs(String text, long nanos) {
        assertThat(WaitNumber.secondsOrInstant(text, NOW)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "-1",
                "+1",
                "1e3",
                "1.",
                ".5",
                "5s",
                "5ms",
                "0x5",
                "inf",
                "NaN",
                "\"5\"",
                ",",
                "5s, soon",
                "\u0665",
                "5\n",
                "2026-01-01T00:00:00Z",
                "Thu, 01 Jan 2026 00:00:20 GMT",
            })
    void anythingElseIsNoNumber(String text) {
        assertThat(WaitNumber.millis(text)).isEqualTo(RetryAfter.NONE);
        assertThat(WaitNumber.seconds(text)).isEqualTo(RetryAfter.NONE);
        assertThat(WaitNumber.secondsOrInstant(text, NOW)).isEqualTo(RetryAfter.NONE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5, 6", "6,5", "6, soon", ",6", "6,", "-7, 6", "6, 99999999999999999999"})
    void ofSeveralTheLongestWaitCounts(String text) {
        assertThat(WaitNumber.millis(text)).isEqualTo(6_000_000L);
        assertThat(WaitNumber.seconds(text)).isEqualTo(6_000_000_000L);
        assertThat(WaitNumber.secondsOrInstant(text, NOW)).isEqualTo(6_000_000_000L);
    }

    @Test
    void ofManyOnlySomeAreLookedAt() {
        assertThat(WaitNumber.seconds("1,".repeat(15) + "2")).isEqualTo(2_000_000_000L);
        assertThat(WaitNumber.seconds("1,".repeat(16) + "2")).isEqualTo(1_000_000_000L);
        assertThat(WaitNumber.seconds("1,".repeat(100_000))).isEqualTo(RetryAfter.NONE);
    }

    @Test
    void absurdClocksDoNotOverflow() {
        for (String text : List.of("1767225600", "1767225600000")) {
            assertThat(WaitNumber.secondsOrInstant(text, Long.MIN_VALUE)).isEqualTo(RetryAfter.NONE);
            assertThat(WaitNumber.secondsOrInstant(text, Long.MAX_VALUE)).isZero();
        }
    }

    @Test
    void longTextTakesNoMemory() {
        String digits = "9".repeat(1_000_000) + "." + "9".repeat(1_000_000);
        assertThat(Allocation.bytes(() -> WaitNumber.secondsOrInstant(digits, NOW)))
                .isLessThan(16_384);
    }
}
