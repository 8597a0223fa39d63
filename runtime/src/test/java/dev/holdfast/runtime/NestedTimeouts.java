package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.internal.call.NestedAttempts;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;

/** A client within a client whose time is limited to 400 ms, for tests. */
abstract class NestedTimeouts {

    static final Duration LIMIT = Duration.ofMillis(400);

    final VirtualTime time = new VirtualTime();
    final LimitTimers timers = new LimitTimers(time, () -> {});
    final List<String> events = new ArrayList<>();
    final Holdfast holdfast = time.holdfast()
            .timer(timers)
            .listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    events.add(event.call() + " retry " + event.attempt());
                }

                @Override
                public void onGiveUp(AttemptEvent event) {
                    events.add(event.call() + " gave up after " + event.attempt());
                }
            })
            .build();
    final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(100).build(holdfast);
    final CircuitBreaker outerBreaker =
            CircuitBreaker.builder().failureThreshold(100).build(holdfast);
    final AtomicInteger attempts = new AtomicInteger();
    final long start = time.nanoTime();

    @AfterEach
    void leavesNothingBehind() {
        assertThat(Thread.interrupted()).as("flag").isFalse();
        assertThat(timers.left()).isZero();
        assertThat(NestedAttempts.isCallersTimeUp()).isFalse();
    }

    static TimeLimiter limit(long millis) {
        return TimeLimiter.builder().limit(Duration.ofMillis(millis)).build();
    }

    static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(5)
                .baseDelay(Duration.ofMillis(50))
                .jitter(Jitter.NONE);
    }

    ResilienceBuilder<String, Exception> client(CheckedSupplier<String, Exception> call) {
        return Resilience.<String, Exception>of(call).name("inner").holdfast(holdfast);
    }

    ResilienceBuilder<String, Exception> inner(CheckedSupplier<String, Exception> call) {
        return client(call).circuitBreaker(breaker);
    }

    Resilience<String, Exception> outer(CheckedSupplier<String, Exception> call) {
        return client(call)
                .name("outer")
                .circuitBreaker(outerBreaker)
                .timeout(TimeLimiter.builder().limit(LIMIT).build())
                .build();
    }

    /** What no interrupt ends. */
    void busy(long millis) {
        time.advance(Duration.ofMillis(millis));
    }

    long elapsed() {
        return Duration.ofNanos(time.nanoTime() - start).toMillis();
    }

    /** The outer call ends by its own limit, at a time since the beginning. */
    Throwable assertCut(CheckedSupplier<String, Exception> call, long millis) {
        Throwable failure = catchThrowable(outer(call)::call);
        assertThat(failure)
                .isInstanceOf(CallTimeoutException.class)
                .hasMessage("outer took longer than 400ms")
                .hasNoSuppressedExceptions();
        assertThat(elapsed()).isEqualTo(millis);
        assertThat(outerBreaker.failureCount()).isEqualTo(1);
        return failure;
    }
}
