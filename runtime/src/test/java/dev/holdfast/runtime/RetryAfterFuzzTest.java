package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever a server sends, the answer is NONE or a wait within bounds. Run again with {@code -Dholdfast.seed=...}. */
class RetryAfterFuzzTest {

    private static final int ROUNDS = 50_000;
    private static final String NEAR = "0123456789.-+eExX,:; \t\"GMTUCSunMonOctJan\u0660\uff11\u017f\u0000\ud800";
    private static final List<String> VALID = List.of(
            "0",
            "120",
            "1.5",
            " 0007.0250000000001 ",
            "Sun, 06 Nov 1994 08:49:37 GMT",
            "Sunday, 06-Nov-94 08:49:37 GMT",
            "Sun Nov  6 08:49:37 1994",
            "Mon, 29 Feb 2016 23:59:60 UTC",
            "Sat, 01 Jan 2000 00:00:00 +0000");

    private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @BeforeEach
    void printSeed() {
        System.out.println("RetryAfterFuzzTest -Dholdfast.seed=" + seed);
    }

    @Test
    void anyCharacters() {
        for (int round = 0; round < ROUNDS; round++) {
            check(characters(random.nextInt(40)), characters(random.nextInt(40)));
        }
    }

    @Test
    void mutationsOfValidValues() {
        for (int round = 0; round < ROUNDS; round++) {
            check(mutated(), mutated());
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

    private String mutated() {
        StringBuilder text = new StringBuilder(VALID.get(random.nextInt(VALID.size())));
        for (int times = random.nextInt(3); times >= 0; times--) {
            int at = random.nextInt(text.length() + 1);
            switch (random.nextInt(5)) {
                case 0 -> text.insert(at, characters(1));
                case 1 -> text.setLength(at);
                case 2 -> text.delete(at, Math.min(text.length(), at + 1));
                case 3 -> text.replace(at, Math.min(text.length(), at + 1), characters(1));
                default -> text.append(VALID.get(random.nextInt(VALID.size())));
            }
        }
        return text.toString();
    }

    private String characters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            boolean near = random.nextInt(8) > 0;
            text.append(
                    near ? NEAR.charAt(random.nextInt(NEAR.length())) : (char) random.nextInt(Character.MAX_VALUE + 1));
        }
        return text.toString();
    }

    private String digits(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
