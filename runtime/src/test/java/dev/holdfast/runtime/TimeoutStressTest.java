package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Ten thousand calls that end about when their time is up: no interrupt goes astray, and each attempt is told to the breaker once. */
class TimeoutStressTest {

    private static final int CALLS = 10_000;
    private static final int LIMIT = 200_000;
    private static final TimeLimiter TIMEOUT =
            TimeLimiter.builder().limit(Duration.ofNanos(LIMIT)).build();

    private static final long FOR_EVER = Long.MAX_VALUE;

    private final AtomicInteger cut = new AtomicInteger();
    private final AtomicInteger inTime = new AtomicInteger();

    /** Has a window of all calls, so that it counts them. */
    private static CircuitBreaker counting(Holdfast holdfast, int calls) {
        return CircuitBreaker.builder()
                .failureRate(100)
                .windowCalls(calls)
                .minimumCalls(calls)
                .build(holdfast);
    }

    private void assertToldOnce(CircuitBreaker breaker) {
        assertThat(breaker.snapshot().windowFailures()).isEqualTo(cut.get());
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(cut.get() + inTime.get());
        assertThat(cut.get()).as("cut").isGreaterThan(100);
        assertThat(inTime.get()).as("in time").isGreaterThan(100);
    }

    @Test
    void synchronousCallsLeaveNoInterruptBehind() throws Exception {
        long seed = Stress.seed();
        try (Holdfast holdfast = Holdfast.builder().build()) {
            CircuitBreaker breaker = counting(holdfast, CALLS);
            SyncGuard guard =
                    Guards.sync("call").circuitBreaker(breaker).timeout(TIMEOUT).build(holdfast);
            Stress.run(seed, CALLS / Stress.THREADS, (thread, random) -> {
                try {
                    call(guard, random);
                    inTime.incrementAndGet();
                } catch (CallTimeoutException late) {
                    cut.incrementAndGet();
                } catch (InterruptedException stray) {
                    throw new AssertionError("an interrupt that is nobody's, seed " + seed, stray);
                }
                // One that comes late would do so about now.
                for (int i = 0; i < 50; i++) {
                    assertThat(Thread.currentThread().isInterrupted())
                            .as("seed " + seed)
                            .isFalse();
                }
            });
            assertToldOnce(breaker);
            assertThat(cut.get() + inTime.get()).isEqualTo(CALLS);
        }
    }

    /** About as long as a call may take; now and then it ends at once, or never, so that there are some of each however slow the machine is. */
    private static long length(Random random) {
        int kind = random.nextInt(20);
        return kind == 0 ? 0 : kind == 1 ? FOR_EVER : random.nextInt(2 * LIMIT);
    }

    /** Ends about when its time is up, in each of the ways in which a call can. */
    private static void call(SyncGuard guard, Random random) throws InterruptedException {
        Permit permit = guard.begin();
        try {
            long start = System.nanoTime();
            long length = length(random);
            boolean sleeps = random.nextBoolean();
            boolean notices = length == FOR_EVER || random.nextBoolean();
            while (System.nanoTime() - start < length) {
                if (sleeps) {
                    LockSupport.parkNanos(1_000);
                }
                if (notices && Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            guard.succeeded(permit);
        } catch (Throwable failure) {
            guard.failed(permit, 1, failure);
            throw failure;
        }
    }

    @Test
    void aCallersOwnInterruptIsNeverSwallowed() throws Exception {
        long seed = Stress.seed();
        try (Holdfast holdfast = Holdfast.builder().build()) {
            SyncGuard guard = Guards.sync("call").timeout(TIMEOUT).build(holdfast);
            Stress.run(seed, CALLS / Stress.THREADS, (thread, random) -> {
                Permit permit = guard.begin();
                long end = System.nanoTime() + LIMIT - 50_000 + random.nextInt(100_000);
                while (System.nanoTime() - end < 0) {
                    Thread.onSpinWait();
                }
                // Where the limit's interrupt came before, the two are one flag, which no program can tell apart.
                boolean before = Thread.currentThread().isInterrupted();
                Thread.currentThread().interrupt();
                boolean late = false;
                try {
                    guard.succeeded(permit);
                } catch (CallTimeoutException tooLate) {
                    late = true;
                }
                boolean kept = Thread.interrupted();
                assertThat(kept || late).as("seed " + seed).isTrue();
                if (!before && !late) {
                    assertThat(kept).as("seed " + seed).isTrue();
                }
            });
        }
    }

    @Test
    void asynchronousCallsEndOnce() throws Exception {
        long seed = Stress.seed();
        Random random = new Random(seed);
        ScheduledExecutorService service = Executors.newScheduledThreadPool(2);
        try (Holdfast holdfast = Holdfast.builder().executor(service).build()) {
            CircuitBreaker breaker = counting(holdfast, CALLS);
            ExponentialBackoff backoff = ExponentialBackoff.builder()
                    .maxAttempts(2)
                    .baseDelay(Duration.ofNanos(1_000))
                    .jitter(Jitter.NONE)
                    .build();
            AsyncGuard guard = Guards.async("call")
                    .circuitBreaker(breaker)
                    .backoff(backoff)
                    .timeout(TIMEOUT)
                    .build(holdfast);
            AtomicInteger attempts = new AtomicInteger();
            List<CompletableFuture<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLS / 2; i++) {
                long length = length(random);
                CheckedSupplier<CompletableFuture<String>, RuntimeException> call = () -> {
                    String own = "good" + attempts.incrementAndGet();
                    CompletableFuture<String> stage = new CompletableFuture<>();
                    if (length == 0) {
                        stage.complete(own);
                    } else if (length != FOR_EVER) {
                        service.schedule(() -> stage.complete(own), length, TimeUnit.NANOSECONDS);
                    }
                    return stage;
                };
                Permit permit = guard.begin();
                answers.add(guard.follow(permit, call.get(), null, call));
            }
            for (CompletableFuture<String> answer : answers) {
                Throwable failure =
                        answer.<Throwable>handle((value, thrown) -> thrown).get(30, TimeUnit.SECONDS);
                if (failure == null) {
                    inTime.incrementAndGet();
                } else {
                    assertThat(failure).as("seed " + seed).isInstanceOf(CallTimeoutException.class);
                }
            }
            cut.set(attempts.get() - inTime.get());
            assertToldOnce(breaker);
        } finally {
            service.shutdownNow();
        }
    }
}
