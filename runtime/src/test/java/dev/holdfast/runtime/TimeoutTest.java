package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** How long each attempt may take, in numbers. */
class TimeoutTest {

    private static final Duration YEAR = Duration.ofDays(365);

    private static TimeLimiter timeout(Duration limit, Duration increment) {
        return TimeLimiter.builder().limit(limit).increment(increment).build();
    }

    @Test
    void eachAttemptGetsOneIncrementMoreThanTheOneBefore() {
        TimeLimiter timeout = timeout(Duration.ofSeconds(10), Duration.ofSeconds(5));
        assertThat(timeout.limit(0)).hasSeconds(10);
        assertThat(timeout.limit(1)).hasSeconds(15);
        assertThat(timeout.limit(2)).hasSeconds(20);
        assertThat(timeout(Duration.ofSeconds(10), Duration.ZERO).limit(999)).hasSeconds(10);
    }

    @Test
    void noLimitIsLongerThanAYear() {
        assertThat(timeout(YEAR.minusNanos(2), Duration.ofNanos(1)).limit(1)).isEqualTo(YEAR.minusNanos(1));
        assertThat(timeout(YEAR.minusNanos(2), Duration.ofNanos(1)).limit(2)).isEqualTo(YEAR);
        assertThat(timeout(YEAR.minusNanos(2), Duration.ofNanos(1)).limit(3)).isEqualTo(YEAR);
        assertThat(timeout(YEAR, YEAR).limit(Integer.MAX_VALUE)).isEqualTo(YEAR);
        assertThat(timeout(Duration.ofNanos(1), Duration.ofNanos(1)).limit(Integer.MAX_VALUE))
                .isEqualTo(Duration.ofNanos(1L + Integer.MAX_VALUE));
    }

    @Test
    void anAttemptGetsNoMoreThanWhatIsLeftAndAtLeastANanosecond() {
        TimeLimiter timeout = timeout(Duration.ofNanos(10), Duration.ofNanos(5));
        assertThat(Engines.of(timeout).limitNanos(1, 100)).isEqualTo(10);
        assertThat(Engines.of(timeout).limitNanos(2, 100)).isEqualTo(15);
        assertThat(Engines.of(timeout).limitNanos(2, 12)).isEqualTo(12);
        assertThat(Engines.of(timeout).limitNanos(1, 0)).isEqualTo(1);
    }

    @Test
    void wrongSettingsAreRefusedByName() {
        TimeLimiterBuilder builder = TimeLimiter.builder();
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage("limit is not set, must be given");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.limit(Duration.ZERO))
                .withMessageContaining("limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.limit(YEAR.plusNanos(1)))
                .withMessageContaining("limit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.increment(Duration.ofNanos(-1)))
                .withMessageContaining("increment");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.betweenItems(Duration.ZERO))
                .withMessageContaining("betweenItems");
        TimeLimiter timeout = timeout(Duration.ofMillis(10), Duration.ofMillis(5));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timeout.limit(-1))
                .withMessage("attempt is -1, must not be negative");
        assertThat(timeout).hasToString("TimeLimiter[limit=10ms, increment=5ms]");
        assertThat(TimeLimiter.builder()
                        .limit(Duration.ofSeconds(5))
                        .betweenItems(Duration.ofSeconds(1))
                        .build())
                .hasToString("TimeLimiter[limit=5s, increment=0ns, betweenItems=1s]");
    }
}
