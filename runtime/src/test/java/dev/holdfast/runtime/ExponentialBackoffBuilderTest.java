package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.holdfast.annotations.Jitter;
import java.io.IOException;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExponentialBackoffBuilderTest {

    @Test
    void defaultsAreThoseOfTheAnnotation() {
        ExponentialBackoff backoff = ExponentialBackoff.builder().build();
        assertThat(backoff)
                .hasToString("ExponentialBackoff[maxAttempts=5, baseDelay=1s, maxDelay=1m, factor=2.0, jitter=FULL,"
                        + " retryStatuses=[408, 500-599]]");
        assertThat(backoff.maxAttempts()).isEqualTo(5);
        assertThat(backoff.isRetryable(new Exception())).isTrue();
        assertThat(Engines.of(backoff).isAborted(new Exception())).isFalse();
        assertThat(Engines.of(backoff).deadlineNanos()).isZero();
    }

    @Test
    void takesNanosecondsAndDurationsAlike() {
        ExponentialBackoff durations = ExponentialBackoff.builder()
                .baseDelay(Duration.ofMillis(250))
                .maxDelay(Duration.ofSeconds(90))
                .deadline(Duration.ofMinutes(2))
                .build();
        ExponentialBackoff nanos = ExponentialBackoff.builder()
                .baseDelay(Duration.ofNanos(250_000_000L))
                .maxDelay(Duration.ofNanos(90_000_000_000L))
                .deadline(Duration.ofNanos(120_000_000_000L))
                .build();
        assertThat(durations).hasToString(nanos.toString()).asString().contains("baseDelay=250ms, maxDelay=1m30s");
        assertThat(Engines.of(durations).deadlineNanos())
                .isEqualTo(Engines.of(nanos).deadlineNanos())
                .isEqualTo(120_000_000_000L);
    }

    @Test
    void takesBothEndsOfEveryRange() {
        Duration year = Duration.ofDays(365);
        ExponentialBackoff least = ExponentialBackoff.builder()
                .maxAttempts(1)
                .baseDelay(Duration.ZERO)
                .maxDelay(Duration.ZERO)
                .factor(1.0)
                .deadline(Duration.ofNanos(1))
                .build();
        ExponentialBackoff most = ExponentialBackoff.builder()
                .maxAttempts(1_000)
                .baseDelay(year)
                .maxDelay(year)
                .factor(100.0)
                .deadline(year)
                .build();
        assertThat(least.maxAttempts()).isEqualTo(1);
        assertThat(most.maxAttempts()).isEqualTo(1_000);
    }

    public static Stream<Arguments> refused() {
        return Stream.of(
                row("maxAttempts is 0, must be from 1 to 1000", b -> b.maxAttempts(0)),
                row("maxAttempts is -1, must be from 1 to 1000", b -> b.maxAttempts(-1)),
                row("maxAttempts is 1001, must be from 1 to 1000", b -> b.maxAttempts(1_001)),
                row("baseDelay is PT-0.000000001S, must be from 0 to 365 days", b -> b.baseDelay(Duration.ofNanos(-1))),
                row("baseDelay is PT-1S, must be from 0 to 365 days", b -> b.baseDelay(Duration.ofSeconds(-1))),
                row("maxDelay is PT8784H, must be from 0 to 365 days", b -> b.maxDelay(Duration.ofDays(366))),
                row("maxDelay is PT-0.000000005S, must be from 0 to 365 days", b -> b.maxDelay(Duration.ofNanos(-5))),
                row("maxDelay is null, must be from 0 to 365 days", b -> b.maxDelay(null)),
                row("factor is 0.99, must be from 1.0 to 100.0", b -> b.factor(0.99)),
                row("factor is -2.0, must be from 1.0 to 100.0", b -> b.factor(-2)),
                row("factor is 100.1, must be from 1.0 to 100.0", b -> b.factor(100.1)),
                row("factor is NaN, must be from 1.0 to 100.0", b -> b.factor(Double.NaN)),
                row("factor is Infinity, must be from 1.0 to 100.0", b -> b.factor(Double.POSITIVE_INFINITY)),
                row("deadline is 0 ns, must be from 1 ns to 365 days", b -> b.deadline(Duration.ZERO)),
                row("deadline is PT-0.000000001S, must be from 0 to 365 days", b -> b.deadline(Duration.ofNanos(-1))),
                row(
                        "\"6xx\" is no status pattern, must be like \"503\", \"5xx\" or \"500-504\", from 100 to 599",
                        b -> b.retryStatuses("503", "6xx")),
                row(
                        "maxDelay is 1s, must be at least baseDelay, which is 1m1s",
                        b -> b.baseDelay(Duration.ofSeconds(61))
                                .maxDelay(Duration.ofSeconds(1))
                                .build()));
    }

    @ParameterizedTest
    @MethodSource
    public void refused(String message, Consumer<ExponentialBackoffBuilder> setting) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> setting.accept(ExponentialBackoff.builder()))
                .withMessage(message);
    }

    @Test
    void namesWhatMustNotBeNull() {
        ExponentialBackoffBuilder builder = ExponentialBackoff.builder();
        assertThatNullPointerException().isThrownBy(() -> builder.jitter(null)).withMessage("jitter");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.retryOn(IOException.class, null))
                .withMessage("retryOn");
        assertThatNullPointerException()
                .isThrownBy(() -> builder.abortOn((Class<? extends Throwable>) null))
                .withMessage("abortOn");
    }

    @Test
    void refusedValueChangesNothing() {
        ExponentialBackoffBuilder builder = ExponentialBackoff.builder().maxAttempts(7);
        assertThatIllegalArgumentException().isThrownBy(() -> builder.maxAttempts(0));
        assertThat(builder.build().maxAttempts()).isEqualTo(7);
    }

    @Test
    void laterChangesOfTheBuilderOrItsArraysChangeNoPolicy() {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Class<? extends Throwable>[] classes = new Class[] {IOException.class};
        ExponentialBackoffBuilder builder = ExponentialBackoff.builder().retryOn(classes);
        ExponentialBackoff first = builder.build();
        classes[0] = IllegalStateException.class;
        ExponentialBackoff second = builder.maxAttempts(2).jitter(Jitter.NONE).build();
        assertThat(first.maxAttempts()).isEqualTo(5);
        assertThat(first.isRetryable(new IOException())).isTrue();
        assertThat(second.isRetryable(new IOException())).isTrue();
        assertThat(second.isRetryable(new IllegalStateException())).isFalse();
    }

    private static Arguments row(String message, Consumer<ExponentialBackoffBuilder> setting) {
        return Arguments.of(message, setting);
    }
}
