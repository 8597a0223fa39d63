package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.internal.call.TimedAttempt;
import dev.holdfast.runtime.internal.timeout.TimeWatch;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time limits by the system's clock and timer, which many attempts share a few looks of. No test depends on how late a look is. */
@Timeout(120)
class TimeWatchTest {

    /** The value of a watch that plans no looks for new attempts. */
    private static final long PARKED = Long.MAX_VALUE;

    private final Holdfast holdfast = Holdfast.builder().build();

    @AfterEach
    void close() {
        holdfast.close();
        assertThat(Thread.interrupted()).as("flag").isFalse();
        assertThat(TimedAttempt.isCallersTimeUp()).isFalse();
    }

    private static TimeLimiter limit(Duration limit) {
        return TimeLimiter.builder().limit(limit).build();
    }

    private SyncGuard guard(Duration limit) {
        return Guards.sync("call").timeout(limit(limit)).build(holdfast);
    }

    private TimeWatch watch() {
        return TimeWatch.of(Engines.of(holdfast));
    }

    private static void await(BooleanSupplier event) {
        while (!event.getAsBoolean()) {
            LockSupport.parkNanos(100_000);
        }
    }

    /** Waits to be interrupted by a time limit. */
    private static void untilCut(SyncGuard guard) {
        Permit permit = guard.begin();
        await(() -> TimedAttempt.isCut(permit));
        assertThatThrownBy(() -> guard.succeeded(permit)).isInstanceOf(CallTimeoutException.class);
    }

    /** Makes an attempt that is in time, unless the machine is slow. */
    private static void quickly(SyncGuard guard) {
        Permit permit = guard.begin();
        try {
            guard.succeeded(permit);
        } catch (CallTimeoutException late) {
            assertThat(TimedAttempt.isCut(permit)).isFalse();
        }
    }

    private static long timerThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("holdfast-timer"))
                .count();
    }

    @ParameterizedTest
    @ValueSource(longs = {500, 60_000})
    void aSuccessTakesNoMemory(long millis) {
        SyncGuard guard = guard(Duration.ofMillis(millis));
        Runnable calls = () -> {
            for (int i = 0; i < 1_000; i++) {
                guard.succeeded(guard.begin());
            }
        };
        calls.run();
        // Until the first look, each attempt asks for one.
        await(() -> watch().get() < PARKED);
        assertThat(Allocation.bytes(calls)).as("bytes for 1,000 calls").isLessThan(1_000);
    }

    @Test
    void onlyASuccessInTimeLeavesItsPermitToTheNextAttempt() {
        SyncGuard guard = guard(Duration.ofMinutes(1));
        Permit first = guard.begin();
        guard.succeeded(first);
        Permit second = guard.begin();
        assertThat(second).isSameAs(first);
        assertThat(guard.failed(second, 1, new IOException())).isNull();
        Permit third = guard.begin();
        assertThat(third).isNotSameAs(second);
        third.release();
        assertThat(guard.begin()).isNotSameAs(third).satisfies(guard::succeeded);
    }

    @Test
    void noThreadStartsBeforeTheFirstAttempt() {
        long before = timerThreads();
        SyncGuard guard = guard(Duration.ofMinutes(1));
        assertThat(Engines.of(holdfast).watch()).isNull();
        assertThat(timerThreads()).isLessThanOrEqualTo(before);
        guard.succeeded(guard.begin());
        assertThat(Engines.of(holdfast).watch()).isNotNull();
    }

    @Test
    void noAttemptIsCutEarlyAndAllAreCut() throws Exception {
        long seed = Stress.seed();
        SyncGuard[] guards = {
            guard(Duration.ofNanos(150_000)), guard(Duration.ofMillis(2)), guard(Duration.ofMillis(11)),
        };
        Stress.run(seed, 60, (thread, random) -> {
            int kind = random.nextInt(guards.length);
            SyncGuard guard = guards[kind];
            long limit = new long[] {150_000, 2_000_000, 11_000_000}[kind];
            if (random.nextBoolean()) {
                quickly(guard);
            }
            LockSupport.parkNanos(random.nextInt(3_000_000));
            long start = System.nanoTime();
            Permit permit = guard.begin();
            await(() -> TimedAttempt.isCut(permit));
            assertThat(System.nanoTime() - start).as("seed " + seed).isGreaterThanOrEqualTo(limit);
            assertThat(catchThrowable(() -> guard.succeeded(permit))).isInstanceOf(CallTimeoutException.class);
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        });
    }

    /** More than have places of their own. */
    @Test
    void attemptsOfAThousandThreadsAreCutAndNoneEarly() throws Exception {
        int threads = 1_000;
        long limit = 300_000_000;
        SyncGuard guard = guard(Duration.ofNanos(limit));
        CountDownLatch begun = new CountDownLatch(threads);
        AtomicInteger early = new AtomicInteger();
        AtomicInteger cut = new AtomicInteger();
        List<Thread> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            Thread thread = new Thread(
                    null,
                    () -> {
                        long start = System.nanoTime();
                        Permit permit = guard.begin();
                        begun.countDown();
                        await(() -> TimedAttempt.isCut(permit));
                        early.addAndGet(System.nanoTime() - start < limit ? 1 : 0);
                        try {
                            guard.succeeded(permit);
                        } catch (CallTimeoutException late) {
                            cut.addAndGet(Thread.currentThread().isInterrupted() ? 0 : 1);
                        }
                        // The place is another's now.
                        quickly(guard);
                    },
                    "many",
                    128 << 10);
            thread.setDaemon(true);
            thread.start();
            all.add(thread);
        }
        begun.await();
        for (Thread each : all) {
            each.join();
        }
        assertThat(early).hasValue(0);
        assertThat(cut).hasValue(threads);
    }

    @Test
    void looksEndWithTheAttemptsAndBeginAgain() {
        SyncGuard guard = guard(Duration.ofMillis(2));
        for (int i = 0; i < 3; i++) {
            quickly(guard);
            await(() -> watch().get() == PARKED);
            untilCut(guard);
            assertThat(Thread.interrupted()).isFalse();
        }
    }

    @Test
    void aShortLimitIsMetWhereLooksAreRare() {
        quickly(guard(Duration.ofHours(1)));
        untilCut(guard(Duration.ofMillis(1)));
    }

    @Test
    void aLongLimitIsCutAfterItsTime() {
        Duration limit = Duration.ofSeconds(1);
        long start = System.nanoTime();
        untilCut(guard(limit));
        assertThat(System.nanoTime() - start).isGreaterThanOrEqualTo(limit.toNanos());
    }

    @Test
    void closingEndsTheLimitsOfAttemptsUnderWayAndKeepsNothing() throws Exception {
        Holdfast closed = Holdfast.builder().build();
        SyncGuard guard =
                Guards.sync("call").timeout(limit(Duration.ofMinutes(10))).build(closed);
        WeakReference<Object> context = new WeakReference<>(Engines.of(closed));
        quickly(guard);
        Permit permit = guard.begin();
        closed.close();
        guard.succeeded(permit);
        guard.succeeded(guard.begin());
        closed = null;
        guard = null;
        permit = null;
        await(() -> {
            System.gc();
            return context.get() == null;
        });
    }

    @Test
    void attemptsUnderWayHaveNoLimitAfterClosing() {
        SyncGuard guard = guard(Duration.ofMillis(100));
        SyncGuard witness =
                Guards.sync("witness").timeout(limit(Duration.ofMillis(300))).build(Holdfast.defaults());
        Permit permit = guard.begin();
        holdfast.close();
        if (!TimedAttempt.isCut(permit)) {
            // Nested, so that its limit is the later one.
            Permit other = witness.begin();
            await(() -> TimedAttempt.isCut(other));
            assertThatThrownBy(() -> witness.succeeded(other)).isInstanceOf(CallTimeoutException.class);
            assertThat(TimedAttempt.isCut(permit)).isFalse();
            guard.succeeded(permit);
        } else {
            assertThatThrownBy(() -> guard.succeeded(permit)).isInstanceOf(CallTimeoutException.class);
        }
    }

    @Test
    void anIdleWatchKeepsNoClientAlive() {
        SyncGuard guard = guard(Duration.ofMillis(1));
        WeakReference<Object> policy = new WeakReference<>(guard.policies);
        quickly(guard);
        guard = null;
        await(() -> watch().get() == PARKED);
        await(() -> {
            System.gc();
            return policy.get() == null;
        });
    }

    @Test
    void anOuterLimitCutsAnInnerAttemptOfAnotherContext() {
        try (Holdfast other = Holdfast.builder().build()) {
            SyncGuard outer = guard(Duration.ofMillis(500));
            SyncGuard inner = Guards.sync("inner")
                    .timeout(limit(Duration.ofHours(1)))
                    .backoff(ExponentialBackoff.builder()
                            .maxAttempts(3)
                            .baseDelay(Duration.ZERO)
                            .build())
                    .build(other);
            quickly(inner);
            Permit outerPermit = outer.begin();
            Permit innerPermit = inner.begin();
            await(() -> Thread.currentThread().isInterrupted());
            assertThat(TimedAttempt.isCallersTimeUp()).isTrue();
            assertThat(inner.failed(innerPermit, 1, new IOException()))
                    .as("a further attempt")
                    .isNull();
            assertThatThrownBy(inner::begin)
                    .isInstanceOf(CallTimeoutException.class)
                    .hasMessageStartingWith("call ");
            assertThatThrownBy(() -> outer.succeeded(outerPermit)).isInstanceOf(CallTimeoutException.class);
        }
    }

    @Test
    void anInnerLimitThatComesFirstLeavesTheOuterAttemptInTime() {
        SyncGuard outer = guard(Duration.ofHours(1));
        Permit permit = outer.begin();
        untilCut(guard(Duration.ofMillis(2)));
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
        outer.succeeded(permit);
    }

    @Test
    void contextsUsedInTurnsOnOneThreadLookAfterTheirOwn() {
        try (Holdfast other = Holdfast.builder().build()) {
            SyncGuard second =
                    Guards.sync("second").timeout(limit(Duration.ofMillis(3))).build(other);
            SyncGuard first = guard(Duration.ofMillis(2));
            for (int i = 0; i < 20; i++) {
                quickly(first);
                untilCut(second);
                quickly(second);
                untilCut(first);
                assertThat(Thread.interrupted()).isFalse();
            }
        }
    }

    @Test
    void aThreadThatEndsInTheMiddleOfItsAttemptLeavesItsPlaceToOthers() throws Exception {
        SyncGuard guard = guard(Duration.ofMillis(1));
        AtomicReference<Permit> left = new AtomicReference<>();
        Thread thread = new Thread(() -> left.set(guard.begin()));
        thread.start();
        thread.join();
        await(() -> TimedAttempt.isCut(left.get()));
        await(() -> watch().get() == PARKED);
        untilCut(guard);
    }

    @Test
    void stagesAreCutInTimeAndThoseThatAreDoneKeepNothing() throws Exception {
        long seed = Stress.seed();
        Random random = new Random(seed);
        AsyncGuard guard =
                Guards.async("call").timeout(limit(Duration.ofMillis(20))).build(holdfast);
        for (int i = 0; i < 50; i++) {
            CompletableFuture<String> stage = new CompletableFuture<>();
            boolean answers = random.nextBoolean();
            long start = System.nanoTime();
            CompletableFuture<String> call = guard.follow(guard.begin(), stage, null, () -> stage);
            if (answers) {
                boolean first = stage.complete("good");
                assertThat(call.<Object>handle((value, thrown) -> thrown == null ? value : "late")
                                .get())
                        .isEqualTo(first ? "good" : "late");
            } else {
                assertThatThrownBy(() -> call.get(100, TimeUnit.SECONDS))
                        .hasCauseInstanceOf(CallTimeoutException.class);
                assertThat(System.nanoTime() - start).as("seed " + seed).isGreaterThanOrEqualTo(20_000_000);
                assertThat(stage).isCancelled();
            }
        }
        AsyncGuard patient =
                Guards.async("call").timeout(limit(Duration.ofHours(1))).build(holdfast);
        WeakReference<Object> answer = new WeakReference<>(answered(patient));
        await(() -> {
            System.gc();
            return answer.get() == null;
        });
    }

    private static Object answered(AsyncGuard guard) throws Exception {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> call = guard.follow(guard.begin(), stage, null, () -> stage);
        stage.complete(new Object());
        return call.get();
    }
}
