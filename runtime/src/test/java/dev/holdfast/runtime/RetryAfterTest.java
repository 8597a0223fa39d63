package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RetryAfterTest {

    private static final String NOON = "Wed, 21 Oct 2015 12:00:00 GMT";
    private static final long NOON_MILLIS =
            Instant.parse("2015-10-21T12:00:00Z").toEpochMilli();

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "00, 0",
        "0.0, 0",
        "1, 1000000000",
        "120, 120000000000",
        "0000000000000000000000000000000000120, 120000000000",
        "1.5, 1500000000",
        "0.25, 250000000",
        "0.000000001, 1",
        "1.000000000, 1000000000",
        "1.0000000000000000000000000000, 1000000000",
        "31536000, 31536000000000000",
        "31536000.0000000000, 31536000000000000",
        "31535999.999999999, 31535999999999999",
    })
    void readsSeconds(String value, long nanos) {
        assertThat(parse(value)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @CsvSource({
        "0.0000000001, 1",
        "1.0000000001, 1000000001",
        "1.9999999991, 2000000000",
        "0.9999999999999999999999999, 1000000000",
        "0.00000000000000000000000000000000000000001, 1",
    })
    void roundsFractionsUpSoThatNoWaitIsShorterThanAskedFor(String value, long nanos) {
        assertThat(parse(value)).isEqualTo(nanos);
    }

    @ParameterizedTest
    @ValueSource(strings = {" 7", "7 ", "\t7\t", " \t 7 \t ", " 7.0 "})
    void toleratesBlanksAroundSeconds(String value) {
        assertThat(parse(value)).isEqualTo(7_000_000_000L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "\t",
                "-1",
                "-0",
                "+1",
                "1e3",
                "1E3",
                "0x10",
                "1f",
                "1d",
                "1L",
                "1_000",
                "1,5",
                "1 000",
                "1.",
                ".5",
                ".",
                "1..5",
                "1.5.0",
                "1.-5",
                "1.5e1",
                "1.5s",
                "60s",
                "1m",
                "PT1M",
                "inf",
                "Infinity",
                "NaN",
                "null",
                "soon",
                "true",
                "1;2",
                "1, 2",
                "1,2",
                "\"1\"",
                "'1'",
                "1\n",
                "\n1",
                "1\r\n",
                "1\0",
                "\u00a01",
                "1\u00a0",
                "\u0661",
                "\uff11",
                "1\u0661",
                "1.\u0661",
                "\u00b2",
                "5 seconds",
                "0 0",
                "1/2",
                "1:00",
                "%31",
                "(1)",
            })
    void findsNoUseForAnythingElse(@Nullable String value) {
        assertThat(parse(value)).isEqualTo(RetryAfter.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "31536001",
                "31536000.0000000001",
                "31536000.000000001",
                "31536000.9999999999",
                "9223372036",
                "9223372037",
                "2147483648",
                "4294967296",
                "9223372036854775807",
                "9223372036854775808",
                "18446744073709551616",
                "18446744073709551617",
                "99999999999999999999999999999999",
                "Wed, 31 Dec 9999 23:59:59 GMT",
            })
    void moreThanAYearIsAbsurd(String value) {
        assertThat(parse(value)).isEqualTo(RetryAfter.NONE);
    }

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

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Wed, 21 Oct 2015 12:00:00 GMT     | 0",
                "Wed, 21 Oct 2015 11:59:59 GMT     | 0",
                "Mon, 01 Jan 0001 00:00:00 GMT     | 0",
                "Wed, 21 Oct 2015 12:00:01 GMT     | 1",
                "Wednesday, 21-Oct-15 12:01:00 GMT | 60",
                "Wed Oct 21 13:00:00 2015          | 3600",
                "Thu, 20 Oct 2016 12:00:00 GMT     | 31536000",
                "Thu, 20 Oct 2016 12:00:01 GMT     | -1",
                "Wed, 21 Oct 2015 24:00:00 GMT     | -1",
                "Wed, 21 Oct 2015 12:00:01 PST     | -1",
                "Wed, 21 Oct 2015 12:00:01         | -1",
            })
    void readsDates(String value, long seconds) {
        long nanos = seconds < 0 ? RetryAfter.NONE : seconds * 1_000_000_000L;
        assertThat(parse(value)).isEqualTo(nanos);
        assertThat(parse(" \t" + value + "\t ")).isEqualTo(nanos);
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
