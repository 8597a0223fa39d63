package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Fuzz;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HttpDateTest {

    private static final long NOW = millis("2026-01-01T00:00:00Z");
    private static final DateTimeFormatter FIXED = formatter("EEE, dd MMM uuuu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter RFC_850 = formatter("EEEE, dd-MMM-uu HH:mm:ss 'GMT'");
    private static final DateTimeFormatter ASCTIME = formatter("EEE MMM ppd HH:mm:ss uuuu");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sun, 06 Nov 1994 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 1994",
                "Sun Nov 06 08:49:37 1994",
                "Mon, 06 Nov 1994 08:49:37 GMT",
                "Monday, 06-Nov-94 08:49:37 GMT",
                "Wed Nov  6 08:49:37 1994",
                "Sunday, 06 Nov 1994 08:49:37 GMT",
                "Sun, 06-Nov-94 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 UTC",
                "Sun, 06 Nov 1994 08:49:37 +0000",
                "sun, 06 nov 1994 08:49:37 gmt",
                "SUNDAY, 06-NOV-94 08:49:37 Utc",
                "SUN NOV  6 08:49:37 1994",
                " Sun, 06 Nov 1994 08:49:37 GMT",
                "\t Sun Nov  6 08:49:37 1994 \t",
                "06 Nov 1994 08:49:37 GMT",
                "6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 Z",
                "Sun, 06 Nov 1994 08:49:37 UT",
                "Sun, 06 Nov 1994 08:49:37 -0000",
                "Sun, 06 Nov 1994 09:49:37 +0100",
                "Sun, 06 Nov 1994 09:49:37 +01:00",
                "Sun, 06 Nov 1994 03:19:37 -0530",
                "Sun, 06 Nov 1994 02:49:37 -06",
                "Sun, 6 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 94 08:49:37 GMT",
                "Sunday, 06-Nov-1994 08:49:37 GMT",
                "Sunday, 6-Nov-94 08:49:37 GMT",
                "Sun Nov 6 08:49:37 1994",
                "Sun Nov  6 08:49:37 GMT 1994",
                "Sun Nov 06 09:49:37 +0100 1994",
                "1994-11-06T08:49:37Z",
                "1994-11-06t08:49:37z",
                "1994-11-06 08:49:37Z",
                "1994-11-06 08:49:37 +0000",
                "1994-11-06T08:49:37+00:00",
                "1994-11-06T09:49:37+01:00",
                "1994-11-06T09:49:37.000+0100",
                "1994-11-05T23:49:37-09",
                "1994-11-07T02:49:37+18:00",
                "1994-11-06T08:49:36.9990001Z",
            })
    void readsTheFormsOfTheStandardAndWhatServersSendToo(String value) {
        assertThat(parse(value)).isEqualTo(millis("1994-11-06T08:49:37Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "0",
                "1994-11-06",
                "1994-11-06T08:49:37",
                "1994-11-06T08:49:37+1",
                "1994-11-06T08:49:37+19:00",
                "1994-11-06T08:49:37+01:60",
                "1994-11-06T08:49:37.Z",
                "1994-11-06T08:49:37,5Z",
                "1994-11-06T08:49:37ZZ",
                "1994-11-06T08:49:37Z[UTC]",
                "1994-11-06T24:00:00Z",
                "1994-13-06T08:49:37Z",
                "1994-00-06T08:49:37Z",
                "1994-11-31T08:49:37Z",
                "1994-11-06T8:49:37Z",
                "19941106T084937Z",
                "1994-W45-7T08:49:37Z",
                "+1994-11-06T08:49:37Z",
                "0000-11-06T08:49:37Z",
                "Sun, 6 Nov 1994 08:49:37",
                "Sun, 06 Nov 994 08:49:37 GMT",
                "Sun, 006 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 CET",
                "Sun, 06 Nov 1994 08:49:37 +1",
                "Sun, 06 Nov 1994 08:49:37 +01000",
                "Sun, 06 Nov 1994 08:49:37 GMT+0100",
                "Sun Nov  6 08:49:37 CET 1994",
                "Sun Nov  6 08:49:37 GMT",
                "Sun, Sun, 06 Nov 1994 08:49:37 GMT",
                "784111777",
                "Sun, 06 Nov 1994 08:49:37",
                "Sun, 06 Nov 1994 08:49:37 ",
                "Sun, 06 Nov 1994 08:49:37 EST",
                "Sun, 06 Nov 1994 08:49:37 \u000b0000",
                "Sun, 06 Nov 1994 08:49:37 +\u0010000",
                "Sun, 06 Nov 1994 08:49:37 GMT+1",
                "Sun, 06 Nov 1994 08:49:37 GMTx",
                "Sun, 06 Nov 1994 08:49:37 GMT, 1",
                "Sun, 06 Nov 19940 08:49:37 GMT",
                "Sun, 06 Nov 0000 08:49:37 GMT",
                "Sun, 06 Nov -994 08:49:37 GMT",
                "Sun, 00 Nov 1994 08:49:37 GMT",
                "Sun, 31 Nov 1994 08:49:37 GMT",
                "Sun, 32 Dec 1994 08:49:37 GMT",
                "Sun, 29 Feb 1994 08:49:37 GMT",
                "Sun, 29 Feb 1900 08:49:37 GMT",
                "Sun, 30 Feb 2000 08:49:37 GMT",
                "Sun, 06 Nov 1994 24:00:00 GMT",
                "Sun, 06 Nov 1994 25:00:00 GMT",
                "Sun, 06 Nov 1994 08:60:37 GMT",
                "Sun, 06 Nov 1994 08:49:61 GMT",
                "Sun, 06 Nov 1994 08:49 GMT",
                "Sun, 06 Nov 1994 8:49:37 GMT",
                "Sun, 06 Nov 1994 08.49.37 GMT",
                "Sun, 06 Nov 1994  08:49:37 GMT",
                "Sun,06 Nov 1994 08:49:37 GMT",
                "Sun 06 Nov 1994 08:49:37 GMT",
                "Sun, 06\tNov\t1994 08:49:37 GMT",
                "Sun, Nov 06 1994 08:49:37 GMT",
                "Sun, 06 November 1994 08:49:37 GMT",
                "Sun, 06 Non 1994 08:49:37 GMT",
                "Sun, 06 11 1994 08:49:37 GMT",
                "Son, 06 Nov 1994 08:49:37 GMT",
                "Sund, 06 Nov 1994 08:49:37 GMT",
                "Dim, 06 Nov 1994 08:49:37 GMT",
                "\u017fun, 06 Nov 1994 08:49:37 GMT",
                ", 06 Nov 1994 08:49:37 GMT",
                "Sun, 06-Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov-94 08:49:37 GMT",
                "Sunday, 06-Nov-94 08:49:37",
                "Sunday, 31-Jun-94 08:49:37 GMT",
                "Sunday, 29-Feb-94 08:49:37 GMT",
                "Sun Nov  6 08:49:37 94",
                "Sun Nov  6 08:49:37 1994 GMT",
                "Sun Nov  0 08:49:37 1994",
                "Sun Nov 31 08:49:37 1994",
                "Sun Nov  6 24:00:00 1994",
                "Sun Nov  6 08:49:37",
                "Sun",
                "Sun, \u0660\u0666 Nov 1994 08:49:37 GMT",
                "Sun, 06 Nov 1994 08:49:37 GM\u0422",
                "\u00a0Sun, 06 Nov 1994 08:49:37 GMT",
            })
    void refusesEverythingElse(String value) {
        assertThat(parse(value)).isEqualTo(HttpDate.UNUSABLE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mon, 01 Jan 0001 00:00:00 GMT | 0001-01-01T00:00:00Z",
                "Fri, 31 Dec 9999 23:59:59 GMT | 9999-12-31T23:59:59Z",
                "Thu, 01 Jan 1970 00:00:00 GMT | 1970-01-01T00:00:00Z",
                "Wed, 31 Dec 1969 23:59:59 GMT | 1969-12-31T23:59:59Z",
                "Tue, 29 Feb 2000 00:00:00 GMT | 2000-02-29T00:00:00Z",
                "Mon, 29 Feb 2016 00:00:00 GMT | 2016-02-29T00:00:00Z",
                "Sat, 31 Dec 2016 23:59:60 GMT | 2017-01-01T00:00:00Z",
                "Sat Dec 31 23:59:60 2016      | 2017-01-01T00:00:00Z",
            })
    void readsEdges(String value, String instant) {
        assertThat(parse(value)).isEqualTo(millis(instant));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-01-01T00:00:00Z | Thursday, 01-Jan-26 00:00:00 GMT | 2026-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z | Thursday, 01-Jan-70 00:00:00 GMT | 2070-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z | Thursday, 01-Jan-76 00:00:00 GMT | 2076-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z | Thursday, 01-Jan-76 00:00:01 GMT | 1976-01-01T00:00:01Z",
                "2026-01-01T00:00:00Z | Thursday, 01-Jan-77 00:00:00 GMT | 1977-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z | Thursday, 01-Jan-99 00:00:00 GMT | 1999-01-01T00:00:00Z",
                "2026-01-01T00:00:00Z | Thursday, 29-Feb-00 00:00:00 GMT | 2000-02-29T00:00:00Z",
                "2099-12-31T23:59:59Z | Thursday, 01-Jan-00 00:00:00 GMT | 2100-01-01T00:00:00Z",
                "2099-12-31T23:59:59Z | Thursday, 31-Dec-49 23:59:59 GMT | 2149-12-31T23:59:59Z",
                "2099-12-31T23:59:59Z | Thursday, 01-Jan-50 00:00:00 GMT | 2050-01-01T00:00:00Z",
                "1999-12-31T23:59:59Z | Thursday, 01-Jan-00 00:00:00 GMT | 2000-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z | Thursday, 01-Jan-20 00:00:00 GMT | 2020-01-01T00:00:00Z",
                "1970-01-01T00:00:00Z | Thursday, 02-Jan-20 00:00:00 GMT | 1920-01-02T00:00:00Z",
            })
    void twoDigitsAreTheLatestYearNotMoreThanFiftyYearsAhead(String now, String value, String instant) {
        assertThat(HttpDate.parseEpochMillis(value, millis(now))).isEqualTo(millis(instant));
    }

    @Test
    void agreesWithTheJdkInAllForms() {
        long seed = Fuzz.seed("HttpDateTest");
        Random random = new Random(seed);
        long first = Instant.parse("0001-01-01T00:00:00Z").getEpochSecond();
        long last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        for (int round = 0; round < 20_000; round++) {
            long second = random.nextLong(first, last + 1);
            LocalDateTime time = LocalDateTime.ofEpochSecond(second, 0, ZoneOffset.UTC);
            long now = time.minusYears(50)
                    .plusDays(2)
                    .plusSeconds(random.nextLong(99L * 365 * 86_400))
                    .toEpochSecond(ZoneOffset.UTC);
            for (DateTimeFormatter form : new DateTimeFormatter[] {FIXED, RFC_850, ASCTIME}) {
                String value = form.format(time);
                assertThat(HttpDate.parseEpochMillis(value, now * 1_000))
                        .as("seed %d, %s, now %d", seed, value, now)
                        .isEqualTo(second * 1_000);
            }
        }
    }

    private static long parse(String value) {
        return HttpDate.parseEpochMillis(value, NOW);
    }

    private static long millis(String instant) {
        return Instant.parse(instant).toEpochMilli();
    }

    private static DateTimeFormatter formatter(String pattern) {
        return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
    }
}
