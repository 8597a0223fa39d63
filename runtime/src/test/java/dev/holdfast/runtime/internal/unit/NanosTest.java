package dev.holdfast.runtime.internal.unit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NanosTest {

    @Test
    void longestIs365Days() {
        assertThat(Nanos.MAX).isEqualTo(Duration.ofDays(365).toNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT0.000000001S", "PT1.5S", "PT1M", "PT8760H", "PT8759H59M59.999999999S"})
    void takesDurationsUpToTheLongest(Duration duration) {
        assertThat(Nanos.of("maxDelay", duration)).isEqualTo(duration.toNanos());
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.000000001S", "PT-1S", "PT8760H0.000000001S", "PT8760H1S", "PT2562047788015215H"})
    void namesADurationOutOfRange(Duration duration) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nanos.of("maxDelay", duration))
                .withMessage("maxDelay is " + duration + ", must be from 0 to 365 days");
    }

    @Test
    void namesAMissingDuration() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Nanos.of("maxDelay", null))
                .withMessage("maxDelay is null, must be from 0 to 365 days");
    }

    @Test
    void checksPositive() {
        assertThat(Nanos.positive("deadline", 1)).isEqualTo(1);
        assertThat(Nanos.positive("deadline", Nanos.MAX)).isEqualTo(Nanos.MAX);
        for (long nanos : new long[] {Long.MIN_VALUE, -1, 0, Nanos.MAX + 1, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Nanos.positive("deadline", nanos))
                    .withMessage("deadline is " + nanos + " ns, must be from 1 ns to 365 days");
        }
    }

    @Test
    void checksNotNegative() {
        assertThat(Nanos.notNegative("baseDelay", 0)).isZero();
        assertThat(Nanos.notNegative("baseDelay", Nanos.MAX)).isEqualTo(Nanos.MAX);
        for (long nanos : new long[] {Long.MIN_VALUE, -1, Nanos.MAX + 1, Long.MAX_VALUE}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> Nanos.notNegative("baseDelay", nanos))
                    .withMessage("baseDelay is " + nanos + " ns, must be from 0 to 365 days");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 2.0, 10000, 2000",
        "1000, 2.0, 1500, 1500",
        "1000, 1.0, 10000, 1000",
        "1000, 1.0, 500, 500",
        "1000, 0.0, 500, 0",
        "1000, Infinity, 500, 500",
        "0, Infinity, 500, 0",
        "1, 1e300, 31536000000000000, 31536000000000000",
        "31536000000000000, 100.0, 31536000000000000, 31536000000000000",
        "31535999999999999, 1.0, 31536000000000000, 31535999999999999",
        "1, 1e300, 9223372036854775807, 9223372036854775807",
    })
    void multipliesUpToTheCap(long nanos, double factor, long cap, long product) {
        assertThat(Nanos.multiply(nanos, factor, cap)).isEqualTo(product);
    }

    @Test
    void multiplyRoundsToTheNearest() {
        assertThat(Nanos.multiply(100_000_000, 1.1 * 1.1, Nanos.MAX)).isEqualTo(121_000_000);
        assertThat(Nanos.multiply(3, 1.5, Nanos.MAX)).isEqualTo(5);
    }
}
