package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Allocation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the table of RetryAfterTableTest does not show: clocks, and very long values. */
class RetryAfterTest {

    private static final String NOON = "Wed, 21 Oct 2015 12:00:00 GMT";
    private static final long NOON_MILLIS =
            Instant.parse("2015-10-21T12:00:00Z").toEpochMilli();

    @Test
    void longTextIsReadInOnePass() {
        String digits = "9".repeat(1_000_000);
        String zeros = "0".repeat(1_000_000);
        assertThat(parse(digits)).isEqualTo(RetryAfter.NONE);
        assertThat(parse(digits + "x")).isEqualTo(RetryAfter.NONE);
        assertThat(parse(zeros + "5")).isEqualTo(5_000_000_000L);
        assertThat(parse("5." + zeros)).isEqualTo(5_000_000_000L);
        assertThat(parse("5." + zeros + "1")).isEqualTo(5_000_000_001L);
        assertThat(parse(zeros + "5." + digits)).isEqualTo(6_000_000_000L);
        assertThat(parse(" ".repeat(1_000_000))).isEqualTo(RetryAfter.NONE);
        assertThat(parse("S".repeat(1_000_000))).isEqualTo(RetryAfter.NONE);
    }

    @Test
    void withoutAHeaderThereIsNoWait() {
        assertThat(parse(null)).isEqualTo(RetryAfter.NONE);
    }

    @Test
    void longTextTakesNoMemory() {
        String digits = "9".repeat(1_000_000);
        String blanks = " ".repeat(1_000_000);
        for (String value : new String[] {digits, "5." + digits, blanks + "5", "Wed, " + digits, blanks}) {
            assertThat(Allocation.bytes(() -> parse(value))).isLessThan(16_384);
            assertThat(Allocation.bytes(() -> RetryAfter.parseNanos(NOON, value, NOON_MILLIS)))
                    .isLessThan(16_384);
        }
    }

    @Test
    void countsMillisecondsOfOurClock() {
        assertThat(RetryAfter.parseNanos(NOON, null, NOON_MILLIS - 1)).isEqualTo(1_000_000L);
        assertThat(RetryAfter.parseNanos(NOON, null, NOON_MILLIS - 1_999)).isEqualTo(1_999_000_000L);
        assertThat(RetryAfter.parseNanos(NOON, null, NOON_MILLIS + 1)).isZero();
    }

    @Test
    void dateIsRelativeToTheDateHeaderWhateverOurClockSays() {
        String sent = "Wed, 21 Oct 2015 11:58:30 GMT";
        for (long now : new long[] {NOON_MILLIS, 0, NOON_MILLIS + 1_000_000_000_000L, Long.MIN_VALUE, Long.MAX_VALUE}) {
            assertThat(RetryAfter.parseNanos(NOON, sent, now)).isEqualTo(90_000_000_000L);
            assertThat(RetryAfter.parseNanos(NOON, " Wed Oct 21 11:58:30 2015", now))
                    .isEqualTo(90_000_000_000L);
            assertThat(RetryAfter.parseNanos("Wednesday, 21-Oct-15 12:00:00 GMT", sent, now))
                    .isEqualTo(90_000_000_000L);
            assertThat(RetryAfter.parseNanos(sent, NOON, now)).isZero();
        }
    }

    @Test
    void secondsHeedNeitherClock() {
        assertThat(RetryAfter.parseNanos("3", NOON, Long.MIN_VALUE)).isEqualTo(3_000_000_000L);
        assertThat(RetryAfter.parseNanos("3", "junk", Long.MAX_VALUE)).isEqualTo(3_000_000_000L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "yesterday", "1445428800", "Wed, 21 Oct 2015 11:58:30 CEST"})
    void unusableDateHeaderGivesWayToOurClock(@Nullable String date) {
        assertThat(RetryAfter.parseNanos(NOON, date, NOON_MILLIS - 5_000)).isEqualTo(5_000_000_000L);
    }

    @Test
    void absurdClocksDoNotOverflow() {
        assertThat(RetryAfter.parseNanos(NOON, null, Long.MIN_VALUE)).isEqualTo(RetryAfter.NONE);
        assertThat(RetryAfter.parseNanos(NOON, null, Long.MIN_VALUE + NOON_MILLIS))
                .isEqualTo(RetryAfter.NONE);
        assertThat(RetryAfter.parseNanos(NOON, null, Long.MAX_VALUE)).isZero();
        assertThat(RetryAfter.parseNanos("Wednesday, 21-Oct-15 12:00:00 GMT", null, Long.MIN_VALUE))
                .isEqualTo(RetryAfter.NONE);
        assertThat(RetryAfter.parseNanos("Wednesday, 21-Oct-15 12:00:00 GMT", null, Long.MAX_VALUE))
                .isZero();
    }

    private static long parse(@Nullable String value) {
        return RetryAfter.parseNanos(value, null, NOON_MILLIS);
    }
}
