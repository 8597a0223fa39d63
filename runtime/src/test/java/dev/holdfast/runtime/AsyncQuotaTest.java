package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asynchronous calls that wait for a place in the quota, and do not come for it. */
class AsyncQuotaTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(1).successThreshold(1).build(holdfast);

    /** When the delegate was called. */
    private final List<Long> calls = new ArrayList<>();

    private static RateLimiterBuilder perSecond() {
        return RateLimiter.builder().permits(1).maxWait(Duration.ofHours(1));
    }

    private static AsyncGuard guard(RateLimiter limiter, CircuitBreaker breaker, Holdfast holdfast) {
        return Guards.async("call").rateLimiter(limiter).circuitBreaker(breaker).build(holdfast);
    }

    private CompletableFuture<String> call(AsyncGuard guard) {
        Permit permit = guard.begin();
        CompletableFuture<String> first = permit == null ? null : answer();
        return permit != null && guard.accepts(permit, first) ? first : guard.follow(permit, first, null, this::answer);
    }

    private CompletableFuture<String> answer() {
        calls.add(time.nanoTime());
        return CompletableFuture.completedFuture("answer");
    }

    @Test
    void oneThatIsCancelledGivesItsPlaceToTheNext() {
        RateLimiter limiter = perSecond().build(holdfast);
        AsyncGuard guard = guard(limiter, breaker, holdfast);
        call(guard);
        CompletableFuture<String> cancelled = call(guard);
        CompletableFuture<String> other = call(guard);
        cancelled.cancel(true);
        assertThat(time.waiting()).isEqualTo(1);
        CompletableFuture<String> next = call(guard);
        time.advance(Duration.ofSeconds(1));
        assertThat(next).isCompletedWithValue("answer");
        assertThat(other).isNotDone();
        time.advance(Duration.ofSeconds(1));
        assertThat(other).isCompletedWithValue("answer");
    }

    @Test
    void oneThatIsCancelledGivesBackItsProbesPlaceToo() {
        AsyncGuard guard = guard(perSecond().build(holdfast), breaker, holdfast);
        breaker.recordFailure(new IOException());
        time.advance(Duration.ofSeconds(60));
        // The breaker lets one probe through, which then waits for the quota.
        Engines.of(guard.policies.limiter).quota().tryTake();
        CompletableFuture<String> probe = call(guard);
        assertThat(breaker.tryAcquirePermit()).isNull();
        probe.cancel(true);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    void oneThatEndsInAnotherWayGivesItsPlaceBackWhenItsTimeHasCome() {
        RateLimiter limiter = perSecond().burst(1).build(holdfast);
        AsyncGuard guard = guard(limiter, breaker, holdfast);
        call(guard);
        call(guard);
        CompletableFuture<String> timedOut = call(guard);
        timedOut.completeExceptionally(new TimeoutException());
        time.advance(Duration.ofSeconds(1));
        assertThat(calls).hasSize(2);
        assertThat(Engines.of(limiter).quota().tryTake()).isTrue();
    }

    @Test
    void oneWhoseContextIsClosedGivesItsPlaceBack() {
        Holdfast real = Holdfast.builder().build();
        RateLimiter limiter = RateLimiter.builder()
                .permits(1)
                .per(Duration.ofHours(1))
                .maxWait(Duration.ofHours(2))
                .build(real);
        AsyncGuard guard = guard(limiter, CircuitBreaker.builder().build(real), real);
        call(guard);
        CompletableFuture<String> waiting = call(guard);
        assertThat(Engines.of(limiter).quota().waitAfter(0))
                .isGreaterThan(Duration.ofMinutes(90).toNanos());
        real.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(Engines.of(limiter).quota().waitAfter(0))
                .isLessThan(Duration.ofMinutes(61).toNanos());
        assertThatThrownBy(() -> call(guard).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(Engines.of(limiter).quota().waitAfter(0))
                .isLessThan(Duration.ofMinutes(61).toNanos());
        assertThat(calls).hasSize(1);
    }

    @Test
    void aTimerThatFailsTakesNoPlace() {
        Holdfast broken = time.holdfast()
                .timer((task, nanos) -> {
                    throw new IllegalStateException("broken");
                })
                .build();
        RateLimiter limiter = perSecond().build(broken);
        AsyncGuard guard = guard(limiter, breaker, broken);
        call(guard);
        assertThat(call(guard)).isCompletedExceptionally();
        assertThat(Engines.of(limiter).quota().waitAfter(0)).isEqualTo(1_000_000_000L);
    }

    /** Calls that begin and are cancelled at random: never more than the quota in any second, and all that wait are served. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void noWindowSeesMoreThanTheQuota(long number) {
        long seed = Long.getLong("holdfast.seed", number);
        System.out.println("async quota -Dholdfast.seed=" + seed);
        Random random = new Random(seed);
        int permits = 1 + random.nextInt(10);
        int burst = random.nextInt(4);
        RateLimiter limiter = RateLimiter.builder()
                .permits(permits)
                .burst(burst)
                .maxWait(Duration.ofSeconds(3))
                .build(holdfast);
        AsyncGuard guard = guard(limiter, breaker, holdfast);
        List<CompletableFuture<String>> futures = new ArrayList<>();
        for (int step = 0; step < 3_000; step++) {
            time.advance(Duration.ofMillis(random.nextInt(400 / permits)));
            CompletableFuture<String> future = call(guard);
            futures.add(future);
            if (random.nextInt(3) == 0) {
                futures.get(futures.size() - 1 - random.nextInt(Math.min(10, futures.size())))
                        .cancel(true);
            }
        }
        time.drain();
        assertThat(futures).allMatch(CompletableFuture::isDone);
        long answered = futures.stream()
                .filter(each -> !each.isCompletedExceptionally())
                .count();
        assertThat(calls).hasSize((int) answered).hasSizeGreaterThan(500);
        for (int i = permits + burst; i < calls.size(); i++) {
            assertThat(calls.get(i) - calls.get(i - permits - burst)).isGreaterThanOrEqualTo(1_000_000_000L);
        }
    }
}
