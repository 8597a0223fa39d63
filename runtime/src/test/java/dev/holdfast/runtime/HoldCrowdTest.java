package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A thousand calls that one hold keeps waiting, and the instant that they wait for. */
class HoldCrowdTest {

    private static final int CROWD = 1_000;
    private static final Duration HOLD = Duration.ofSeconds(10);

    private final Random random = new Random(42);
    private final VirtualTime time = new VirtualTime();
    private final long start = time.nanoTime();

    private final Queue<Long> calls = new ConcurrentLinkedQueue<>();

    private HoldfastBuilder context() {
        return time.holdfast().random(bound -> {
            synchronized (random) {
                return (long) (random.nextDouble() * bound);
            }
        });
    }

    private CompletableFuture<String> call(AsyncGuard guard) {
        assertThat(guard.begin()).isNull();
        return guard.follow(null, null, null, () -> {
            calls.add(time.nanoTime() - start);
            return CompletableFuture.completedFuture("answer");
        });
    }

    /** Nobody within the hold, everybody within a tenth of it afterwards, and at most twice the even rate in any part of that. */
    private void assertSpread(Iterable<Long> instants) {
        List<Long> sorted = new ArrayList<>();
        instants.forEach(sorted::add);
        Collections.sort(sorted);
        assertThat(sorted).hasSize(CROWD);
        assertThat(sorted.get(0)).isGreaterThanOrEqualTo(HOLD.toNanos());
        assertThat(sorted.get(CROWD - 1)).isLessThanOrEqualTo(HOLD.toNanos() * 11 / 10);
        int tenth = CROWD / 10;
        for (int i = 2 * tenth; i < CROWD; i++) {
            assertThat(sorted.get(i) - sorted.get(i - 2 * tenth)).isGreaterThan(HOLD.toNanos() / 100);
        }
    }

    @Test
    void asynchronousCallsTakeOneEntryOfTheTimerEach() {
        Holdfast holdfast = context().build();
        RateLimiter limiter = RateLimiter.builder().build(holdfast);
        AsyncGuard guard = Guards.async("call").rateLimiter(limiter).build(holdfast);
        Engines.of(limiter).holdFor(HOLD.toNanos());
        List<CompletableFuture<String>> futures = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            futures.add(call(guard));
        }
        assertThat(time.waiting()).isEqualTo(CROWD);
        time.drain();
        assertThat(futures).allMatch(each -> each.isDone() && !each.isCompletedExceptionally());
        assertThat(time.sleeps()).hasSize(CROWD);
        assertSpread(calls);
    }

    @Test
    void aHoldThatIsExtendedCostsOneEntryMoreForEach() {
        Holdfast holdfast = context().build();
        RateLimiter limiter = RateLimiter.builder().build(holdfast);
        AsyncGuard guard = Guards.async("call").rateLimiter(limiter).build(holdfast);
        Engines.of(limiter).holdFor(HOLD.toNanos() / 2);
        for (int i = 0; i < CROWD; i++) {
            call(guard);
        }
        Engines.of(limiter).holdFor(HOLD.toNanos());
        time.drain();
        assertThat(time.sleeps()).hasSize(2 * CROWD);
        assertSpread(calls);
    }

    @Test
    @Timeout(60)
    void threadsSleepOnceEach() throws Exception {
        AtomicInteger sleeps = new AtomicInteger();
        CountDownLatch asleep = new CountDownLatch(CROWD);
        CountDownLatch over = new CountDownLatch(1);
        Queue<Long> ends = new ConcurrentLinkedQueue<>();
        Holdfast holdfast = context()
                .sleeper(nanos -> {
                    sleeps.incrementAndGet();
                    ends.add(time.nanoTime() - start + nanos);
                    asleep.countDown();
                    over.await();
                })
                .build();
        RateLimiter limiter = RateLimiter.builder().build(holdfast);
        SyncGuard guard = Guards.sync("call").rateLimiter(limiter).build(holdfast);
        Engines.of(limiter).holdFor(HOLD.toNanos());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            Thread thread = new Thread(null, guard::begin, "caller", 64 * 1024);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        assertThat(asleep.await(50, TimeUnit.SECONDS)).isTrue();
        assertThat(threads).allMatch(Thread::isAlive);
        time.advance(HOLD.multipliedBy(2));
        over.countDown();
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(sleeps).hasValue(CROWD);
        assertSpread(ends);
    }

    /** The end of a hold never moves to an earlier time, but by an operator. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theInstantBeforeWhichNobodyCallsIsTheLatestThatAnyoneNamed(long number) {
        long seed = Long.getLong("holdfast.seed", number);
        System.out.println("hold -Dholdfast.seed=" + seed);
        Random steps = new Random(seed);
        RateLimiter limiter = RateLimiter.builder().build(context().build());
        long notBefore = start;
        for (int step = 0; step < 10_000; step++) {
            int kind = steps.nextInt(20);
            if (kind == 0) {
                limiter.release();
                notBefore = time.nanoTime();
            } else if (kind < 8) {
                long wish = steps.nextInt(1_000);
                Engines.of(limiter).holdFor(wish);
                notBefore = Math.max(notBefore - start, time.nanoTime() - start + wish) + start;
            } else {
                time.advance(Duration.ofNanos(steps.nextInt(300)));
            }
            assertThat(Engines.of(limiter).heldForNanos()).isEqualTo(Math.max(0, notBefore - time.nanoTime()));
            assertThat(Engines.of(limiter).currentHold() != null).isEqualTo(notBefore - time.nanoTime() > 0);
        }
    }
}
