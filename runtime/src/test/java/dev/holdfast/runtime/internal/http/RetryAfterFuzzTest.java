package dev.holdfast.runtime.internal.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.Fuzz;
import dev.holdfast.runtime.internal.unit.Nanos;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, the answer is NONE or a wait within bounds. Run again with {@code -Dholdfast.seed=...}. */
class RetryAfterFuzzTest {

    private static final int ROUNDS = 100_000;
    private static final String NEAR = "0123456789.-+eExXTZ,:; \t\"GMTUCSunMonOctJan\u0660\uff11\u017f\u0000\ud800";
    private static final List<String> VALID = List.of(
            "0",
            "120",
            "1.5",
            " 0007.0250000000001 ",
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Mon, 29 Feb 2016 23:59:60 UTC",
            "Sat, 01 Jan 2000 00:00:00 +0000",
            "1 Jan 2000 00:00:00 -05:30",
            "Sat Jan  1 00:00:00 UT 2000",
            "2016-02-29T23:59:60.000000001+01:00",
            "120, Sun, 06 Nov 1994 08:49:37 GMT,,7");

    private final long seed = Fuzz.seed("RetryAfterFuzzTest");
    private final Random random = new Random(seed);

    @Test
    void anyText() {
        Fuzz fuzz = new Fuzz(seed, NEAR, VALID);
        for (int round = 0; round < ROUNDS; round++) {
            check(fuzz.text(), fuzz.text());
        }
    }

    @Test
    void decimalsAreReadAsBigDecimalReadsThem() {
        BigDecimal most = BigDecimal.valueOf(Nanos.MAX);
        for (int round = 0; round < ROUNDS; round++) {
            String value =
                    digits(1 + random.nextInt(12)) + (random.nextBoolean() ? "." + digits(1 + random.nextInt(15)) : "");
            BigDecimal nanos = new BigDecimal(value).movePointRight(9).setScale(0, RoundingMode.CEILING);
            long expected = nanos.compareTo(most) > 0 ? RetryAfter.NONE : nanos.longValueExact();
            assertThat(RetryAfter.parseNanos(value, null, 0))
                    .as("seed %d, %s", seed, value)
                    .isEqualTo(expected);
        }
    }

    private void check(String value, String date) {
        long now = random.nextInt(10) == 0 ? random.nextLong() : random.nextLong(4_000_000_000_000L);
        assertThat(RetryAfter.parseNanos(value, random.nextBoolean() ? date : null, now))
                .as("seed %d, value <%s>, date <%s>, now %d", seed, value, date, now)
                .isBetween(RetryAfter.NONE, Nanos.MAX);
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
