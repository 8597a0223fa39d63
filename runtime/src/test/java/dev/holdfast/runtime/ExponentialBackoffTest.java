package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.internal.unit.Nanos;
import dev.holdfast.runtime.spi.RandomSource;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Delays; a fixed seed where a distribution is measured, since a rare one would fail by chance. */
class ExponentialBackoffTest {

    private static final int DRAWS = 20_000;
    private static final long SECOND = 1_000_000_000L;

    private final Random numbers = new Random(20260101);
    private final RandomSource random = numbers::nextLong;

    @ParameterizedTest
    @CsvSource({
        "0, 1000",
        "1, 2000",
        "2, 4000",
        "3, 8000",
        "4, 16000",
        "5, 32000",
        "6, 60000",
        "7, 60000",
        "63, 60000",
        "64, 60000",
        "1000, 60000",
        "2147483647, 60000",
    })
    void defaultsDoubleOneSecondUpToSixty(int attempt, long millis) {
        assertThat(without(ExponentialBackoff.builder()).calculateDelay(attempt))
                .isEqualTo(Duration.ofMillis(millis));
    }

    @ParameterizedTest
    @CsvSource({
        "PT1S, PT8760H, 1.0, 0, PT1S",
        "PT1S, PT8760H, 1.0, 2147483647, PT1S",
        "PT0S, PT1S, 2.0, 0, PT0S",
        "PT0S, PT1S, 100.0, 2147483647, PT0S",
        "PT0S, PT0S, 2.0, 5, PT0S",
        "PT0.1S, PT60S, 1.1, 2, PT0.121S",
        "PT0.000000001S, PT8760H, 1.5, 3, PT0.000000003S",
        "PT0.000000001S, PT8760H, 100.0, 3, PT0.001S",
        "PT0.000000001S, PT8760H, 100.0, 200, PT8760H",
        "PT5S, PT5S, 2.0, 0, PT5S",
        "PT8759H59M59.999999999S, PT8760H, 2.0, 0, PT8759H59M59.999999999S",
        "PT8759H59M59.999999999S, PT8760H, 2.0, 1, PT8760H",
    })
    void delayIsTheBaseTimesThePowerUpToTheLongest(
            Duration base, Duration max, double factor, int attempt, Duration delay) {
        ExponentialBackoff backoff = without(
                ExponentialBackoff.builder().baseDelay(base).maxDelay(max).factor(factor));
        assertThat(backoff.calculateDelay(attempt)).isEqualTo(delay);
    }

    @Test
    void growsWithoutAStepWhereTheTableEnds() {
        ExponentialBackoff backoff = without(
                ExponentialBackoff.builder().maxDelay(Duration.ofDays(365)).factor(1.01));
        for (int attempt = 1; attempt < 1_000; attempt++) {
            long before = Engines.of(backoff).delayNanos(attempt - 1, random);
            assertThat(Engines.of(backoff).delayNanos(attempt, random))
                    .as("%d", attempt)
                    .isCloseTo((long) (before * 1.01), within(2L));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, -2, Integer.MIN_VALUE})
    void attemptsAreCountedFromZero(int attempt) {
        for (Jitter jitter : Jitter.values()) {
            ExponentialBackoff backoff =
                    ExponentialBackoff.builder().jitter(jitter).build();
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> backoff.calculateDelay(attempt))
                    .withMessage("attempt is " + attempt + ", must be 0 or more");
        }
    }

    @Test
    void fullJitterIsUniformFromZeroToTheDelay() {
        long[] drawn = draw(Jitter.FULL, 2);
        assertThat(drawn[0]).isBetween(0L, SECOND / 100);
        assertThat(drawn[DRAWS / 4]).isCloseTo(SECOND, within(SECOND / 10));
        assertThat(drawn[DRAWS / 2]).isCloseTo(2 * SECOND, within(SECOND / 10));
        assertThat(drawn[DRAWS * 3 / 4]).isCloseTo(3 * SECOND, within(SECOND / 10));
        assertThat(drawn[DRAWS - 1]).isBetween(4 * SECOND - SECOND / 100, 4 * SECOND);
    }

    @Test
    void equalJitterIsUniformOverTheUpperHalf() {
        long[] drawn = draw(Jitter.EQUAL, 2);
        assertThat(drawn[0]).isBetween(2 * SECOND, 2 * SECOND + SECOND / 100);
        assertThat(drawn[DRAWS / 2]).isCloseTo(3 * SECOND, within(SECOND / 10));
        assertThat(drawn[DRAWS - 1]).isBetween(4 * SECOND - SECOND / 100, 4 * SECOND);
    }

    @Test
    void decorrelatedJitterStartsUniformFromTheBaseToThreeTimesIt() {
        long[] drawn = draw(Jitter.DECORRELATED, 0);
        assertThat(drawn[0]).isBetween(SECOND, SECOND + SECOND / 100);
        assertThat(drawn[DRAWS / 2]).isCloseTo(2 * SECOND, within(SECOND / 10));
        assertThat(drawn[DRAWS - 1]).isBetween(3 * SECOND - SECOND / 100, 3 * SECOND);
    }

    @Test
    void decorrelatedJitterIsAChain() {
        // The mean of uniform(base, 3 * previous) is (base + 3 * mean of previous) / 2.
        double mean = SECOND;
        for (int attempt = 0; attempt < 4; attempt++) {
            mean = (SECOND + 3 * mean) / 2;
            ExponentialBackoff backoff = ExponentialBackoff.builder()
                    .jitter(Jitter.DECORRELATED)
                    .maxDelay(Duration.ofDays(1))
                    .build();
            double sum = 0;
            for (int i = 0; i < DRAWS; i++) {
                sum += Engines.of(backoff).delayNanos(attempt, random);
            }
            assertThat(sum / DRAWS).as("attempt %d", attempt).isCloseTo(mean, within(mean / 20));
        }
    }

    @Test
    void decorrelatedWorkIsBounded() {
        int[] drawn = {0};
        RandomSource counting = bound -> {
            drawn[0]++;
            return random.nextLong(bound);
        };
        ExponentialBackoff backoff =
                ExponentialBackoff.builder().jitter(Jitter.DECORRELATED).build();
        for (int[] expected : new int[][] {{0, 1}, {1, 2}, {63, 64}, {64, 64}, {Integer.MAX_VALUE, 64}}) {
            drawn[0] = 0;
            Engines.of(backoff).delayNanos(expected[0], counting);
            assertThat(drawn[0]).as("attempt %d", expected[0]).isEqualTo(expected[1]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void noJitterLeadsPastTheLongestDelayOrBelowZero(Jitter jitter) {
        for (RandomSource source : new RandomSource[] {random, bound -> 0, bound -> bound - 1}) {
            for (int round = 0; round < 2_000; round++) {
                long max = numbers.nextLong(numbers.nextBoolean() ? 10 : Nanos.MAX) + 1;
                long base = numbers.nextLong(max + 1);
                ExponentialBackoff backoff = ExponentialBackoff.builder()
                        .baseDelay(Duration.ofNanos(base))
                        .maxDelay(Duration.ofNanos(max))
                        .factor(1 + numbers.nextInt(100))
                        .jitter(jitter)
                        .build();
                int attempt = numbers.nextInt(numbers.nextBoolean() ? 10 : Integer.MAX_VALUE);
                assertThat(Engines.of(backoff).delayNanos(attempt, source))
                        .as("base %d, max %d, attempt %d", base, max, attempt)
                        .isBetween(0L, max);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FULL, 0, 4000",
        "EQUAL, 2000, 4000",
        "DECORRELATED, 1000, 27000",
        "NONE, 4000, 4000",
    })
    void bothEndsAreReached(Jitter jitter, long leastMillis, long mostMillis) {
        ExponentialBackoff backoff = ExponentialBackoff.builder().jitter(jitter).build();
        assertThat(Engines.of(backoff).delayNanos(2, bound -> 0)).isEqualTo(leastMillis * 1_000_000);
        assertThat(Engines.of(backoff).delayNanos(2, bound -> bound - 1)).isEqualTo(mostMillis * 1_000_000);
    }

    @Test
    void oddDelaysLoseNoNanosecondToEqualJitter() {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .baseDelay(Duration.ofNanos(7))
                .jitter(Jitter.EQUAL)
                .build();
        assertThat(Engines.of(backoff).delayNanos(0, bound -> 0)).isEqualTo(4);
        assertThat(Engines.of(backoff).delayNanos(0, bound -> bound - 1)).isEqualTo(7);
    }

    @ParameterizedTest
    @EnumSource
    void zeroDelayAsksForNoRandomNumber(Jitter jitter) {
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .baseDelay(Duration.ofNanos(0))
                .jitter(jitter)
                .build();
        RandomSource none = bound -> {
            throw new AssertionError("asked for a number below " + bound);
        };
        assertThat(Engines.of(backoff).delayNanos(0, none)).isZero();
        assertThat(Engines.of(backoff).delayNanos(Integer.MAX_VALUE, none)).isZero();
    }

    @Test
    void calculateDelayDrawsFromTheContext() {
        Holdfast holdfast = Holdfast.builder().random(bound -> bound - 1).build();
        assertThat(ExponentialBackoff.builder().build(holdfast).calculateDelay(1))
                .isEqualTo(Duration.ofSeconds(2));
        Holdfast least = Holdfast.builder().random(bound -> 0).build();
        assertThat(ExponentialBackoff.builder().build(least).calculateDelay(1)).isZero();
    }

    private long[] draw(Jitter jitter, int attempt) {
        ExponentialBackoff backoff = ExponentialBackoff.builder().jitter(jitter).build();
        long[] drawn = new long[DRAWS];
        Arrays.setAll(drawn, i -> Engines.of(backoff).delayNanos(attempt, random));
        Arrays.sort(drawn);
        return drawn;
    }

    private static ExponentialBackoff without(ExponentialBackoffBuilder builder) {
        return builder.jitter(Jitter.NONE).build();
    }
}
