package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.FormGuards.Guard;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an interrupt does to a call whose thread waits. */
class SyncGuardInterruptTest {

    private final GuardedClient client = new GuardedClient();
    private final RateLimiter limiter = RateLimiter.builder().name("quota").build(client.holdfast);

    @AfterEach
    void leaveNoInterruptBehind() {
        Thread.interrupted();
    }

    private static ExponentialBackoffBuilder backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(4)
                .baseDelay(Duration.ofMillis(100))
                .jitter(Jitter.NONE);
    }

    private Guard guard(ExponentialBackoffBuilder backoff) {
        return client.guard().backoff(backoff.build()).build(client.holdfast);
    }

    @Test
    void anInterruptedHoldRejectsOrThrowsInterruptedException() {
        Guard limited = client.guard().rateLimiter(limiter).build(client.holdfast);
        Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.call(limited)).isInstanceOf(RateLimitedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        Guard declared = client.guard().rateLimiter(limiter).interruptible().build(client.holdfast);
        assertThatThrownBy(() -> client.call(declared)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(client.calls).isZero();
    }

    @Test
    void anInterruptedWaitForAPlaceRejectsOrThrows() {
        Bulkhead bulkhead = Bulkhead.builder()
                .maxConcurrent(1)
                .maxWait(Duration.ofSeconds(10))
                .build(client.holdfast);
        bulkhead.tryAcquire();
        Guard full = client.guard().bulkhead(bulkhead).build(client.holdfast);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.call(full)).isInstanceOf(BulkheadFullException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        Guard both = client.guard().rateLimiter(limiter).bulkhead(bulkhead).build(client.holdfast);
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(BulkheadFullException.class);
        Guard declared = client.guard().bulkhead(bulkhead).interruptible().build(client.holdfast);
        assertThatThrownBy(() -> client.call(declared)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(bulkhead.waiting()).isZero();
        Engines.of(limiter).holdFor(Duration.ofSeconds(10).toNanos());
        assertThatThrownBy(() -> client.call(both)).isInstanceOf(RateLimitedException.class);
        assertThat(client.calls).isZero();
    }

    @Test
    void anInterruptThatComesWithThePlaceLeavesItToOthers() {
        Bulkhead bulkhead = Bulkhead.builder()
                .maxConcurrent(1)
                .maxWait(Duration.ofSeconds(10))
                .build(client.holdfast);
        bulkhead.tryAcquire();
        client.duringWait = () -> {
            bulkhead.release();
            Thread.currentThread().interrupt();
        };
        Guard guard = client.guard().bulkhead(bulkhead).build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard)).isInstanceOf(BulkheadFullException.class);
        assertThat(bulkhead.available()).isEqualTo(1);
        assertThat(client.calls).isZero();
    }

    @Test
    void anInterruptBeforeAWaitEndsWithTheLastFailureAndTheFlagSet() {
        IOException failure = new IOException();
        client.answers(failure);
        client.duringCall = () -> Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.call(guard(backoff()))).isSameAs(failure);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void anInterruptEndsWithInterruptedExceptionWhereThatIsDeclared() {
        IOException failure = new IOException();
        client.answers(failure);
        client.duringCall = () -> Thread.currentThread().interrupt();
        Guard guard = client.guard().backoff(backoff().build()).interruptible().build(client.holdfast);
        assertThatThrownBy(() -> client.call(guard))
                .isInstanceOf(InterruptedException.class)
                .hasSuppressedException(failure);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void anInterruptEndsARetryWithoutDelayToo() {
        client.answers(503);
        client.duringCall = () -> Thread.currentThread().interrupt();
        Guard guard = guard(backoff().baseDelay(Duration.ZERO));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> assertThat(client.call(guard).status()).isEqualTo(503)))
                .isNull();
        assertThat(client.calls).isEqualTo(1);
    }

    @Test
    void anInterruptedWaitGivesThePlaceBack() {
        RateLimiter quota = RateLimiter.builder()
                .name("quota")
                .permits(1)
                .maxWait(Duration.ofSeconds(5))
                .build(client.holdfast);
        Engines.of(quota).quota().tryTake();
        Thread.currentThread().interrupt();
        Guard limited = client.guard().rateLimiter(quota).build(client.holdfast);
        assertThatThrownBy(() -> client.call(limited))
                .isInstanceOf(RateLimitedException.class)
                .hasMessage("rate limiter 'quota' has used up its quota, retry after 1s");
        Guard declared = client.guard().rateLimiter(quota).interruptible().build(client.holdfast);
        assertThatThrownBy(() -> client.call(declared)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(Engines.of(quota).quota().waitAfter(0)).isEqualTo(1_000_000_000L);
    }
}
