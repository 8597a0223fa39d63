package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What becomes of answers that come too late, and of stages that nobody waits for any more. */
class TimeoutDiscardTest {

    private static final TimeLimiter TIMEOUT =
            TimeLimiter.builder().limit(Duration.ofSeconds(10)).build();

    private static final ExponentialBackoff TWICE = ExponentialBackoff.builder()
            .maxAttempts(2)
            .baseDelay(Duration.ofSeconds(1))
            .jitter(Jitter.NONE)
            .build();

    private final VirtualTime time = new VirtualTime();
    private final LimitTimers timers = new LimitTimers(time, () -> {});
    private final Holdfast holdfast = time.holdfast().timer(timers).build();
    private final List<String> discarded = new ArrayList<>();

    /** A name is a status and something to tell answers apart by. */
    private final RateLimitHint<Object> hint = new RateLimitHint<>() {
        @Override
        public int status(Object answer) {
            return Integer.parseInt(answer.toString().substring(0, 3));
        }

        @Override
        public @Nullable String retryAfter(Object answer) {
            return null;
        }

        @Override
        public void discard(Object answer) {
            discarded.add(answer.toString());
        }
    };

    /** Counts how often it is closed. */
    private final class Body implements AutoCloseable {
        @Override
        public void close() {
            discarded.add("body");
        }
    }

    private SyncGuard sync(@Nullable ExponentialBackoff backoff) {
        return Guards.sync("call").timeout(TIMEOUT).backoff(backoff).build(holdfast);
    }

    @Test
    void aLateGoodResultIsLetGoOf() {
        SyncGuard guard = sync(null);
        Permit permit = guard.begin();
        time.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> guard.accepts(permit, 200, "200", hint)).isInstanceOf(CallTimeoutException.class);
        assertThat(discarded).containsExactly("200");
        Permit plain = guard.begin();
        time.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> guard.succeeded(plain, new Body())).isInstanceOf(CallTimeoutException.class);
        assertThat(discarded).containsExactly("200", "body");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aLateBadResultIsATimeoutAndLetGoOf() {
        SyncGuard guard = sync(TWICE);
        Permit permit = guard.begin();
        time.advance(Duration.ofSeconds(10));
        assertThat(guard.accepts(permit, 503, "503", hint)).isFalse();
        Permit second = guard.refused(permit, 1, 503, "503", hint, false, false);
        assertThat(second).isNotNull();
        assertThat(discarded).containsExactly("503");
        time.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> guard.refused(second, 2, 503, "503 again", hint, false, false))
                .isInstanceOf(CallTimeoutException.class);
        assertThat(discarded).containsExactly("503", "503 again");
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void aLateResultOfACallByHandIsLetGoOfOnce() {
        Resilience<Object, RuntimeException> call = Resilience.<Object, RuntimeException>of(() -> {
                    time.advance(Duration.ofSeconds(10));
                    return "200";
                })
                .holdfast(holdfast)
                .timeout(TIMEOUT)
                .status(hint::status)
                .discard(dropped -> discarded.add(dropped.toString()))
                .build();
        assertThatThrownBy(call::call).isInstanceOf(CallTimeoutException.class);
        assertThat(discarded).containsExactly("200");
    }

    @Test
    void aLateFailureIsTheCauseAndLetGoOf() {
        SyncGuard guard = sync(null);
        Permit permit = guard.begin();
        time.advance(Duration.ofSeconds(10));
        RuntimeException late = new RuntimeException() {
            @Override
            public String toString() {
                return "429 late";
            }
        };
        assertThatThrownBy(() -> guard.failed(permit, 1, late, hint, null, null))
                .isInstanceOf(CallTimeoutException.class)
                .hasCause(late);
        assertThat(discarded).containsExactly("429 late");
    }

    private AsyncResilience<Object> async(
            List<CompletableFuture<Object>> stages, @Nullable ExponentialBackoff backoff) {
        List<CompletableFuture<Object>> left = new ArrayList<>(stages);
        AsyncResilienceBuilder<Object> builder = Resilience.<Object>ofStage(() -> left.remove(0))
                .holdfast(holdfast)
                .timeout(TIMEOUT)
                .status(hint::status)
                .discard(dropped -> discarded.add(dropped.toString()));
        return (backoff == null ? builder : builder.backoff(backoff)).build();
    }

    /** One that cannot be cancelled, as a stage that depends on another can't. */
    private static final class Stubborn extends CompletableFuture<Object> {
        @Override
        public boolean cancel(boolean mayInterrupt) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aStageThatTakesTooLongIsCancelled() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> answer = async(List.of(stage), null).call();
        time.advance(Duration.ofNanos(9_999_999_999L));
        assertThat(stage).isNotDone();
        assertThat(answer).isNotDone();
        time.advance(Duration.ofNanos(1));
        assertThat(stage).isCancelled();
        assertThat(answer).isCompletedExceptionally();
        assertThatThrownBy(answer::join).hasCauseInstanceOf(CallTimeoutException.class);
    }

    @Test
    void whatAnAttemptBringsAfterItsTimeIsNotTakenForTheNextOnes() {
        CompletableFuture<Object> first = new Stubborn();
        CompletableFuture<Object> second = new CompletableFuture<>();
        CompletableFuture<Object> answer = async(List.of(first, second), TWICE).call();
        time.advance(Duration.ofSeconds(11));
        first.complete("200 late");
        assertThat(discarded).containsExactly("200 late");
        assertThat(answer).isNotDone();
        second.complete("200 good");
        assertThat(answer).isCompletedWithValue("200 good");
        assertThat(timers.left()).isZero();
    }

    @Test
    void attemptsInTimeAndCancelledOnesLeaveNoTimer() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> answer = async(List.of(stage), null).call();
        stage.complete("200");
        assertThat(answer).isCompletedWithValue("200");
        assertThat(timers.left()).isZero();

        CompletableFuture<Object> other = new CompletableFuture<>();
        async(List.of(other), null).call().cancel(true);
        assertThat(other).isCancelled();
        assertThat(timers.left()).isZero();
    }

    @Test
    void aStageThatIsDoneNeedsNoTimer() {
        CompletableFuture<Object> refused = CompletableFuture.completedFuture("503");
        CompletableFuture<Object> good = CompletableFuture.completedFuture("200");
        List<CompletableFuture<Object>> left = new ArrayList<>(List.of(refused, good));
        CompletableFuture<Object> answer = Resilience.<Object>ofStage(() -> left.remove(0))
                .holdfast(holdfast)
                .timeout(TIMEOUT)
                .backoff(TWICE)
                .status(hint::status)
                .call();
        time.drain();
        assertThat(answer).isCompletedWithValue("200");
        assertThat(timers.count()).isZero();
    }

    @Test
    void theTimeThatTheDelegateTakesToReturnAStageCounts() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        CompletableFuture<Object> answer = Resilience.<Object>ofStage(() -> {
                    time.advance(Duration.ofSeconds(7));
                    return stage;
                })
                .holdfast(holdfast)
                .timeout(TIMEOUT)
                .call();
        time.advance(Duration.ofSeconds(3));
        assertThat(stage).isCancelled();
        assertThat(answer).isCompletedExceptionally();
    }

    @Test
    void usersCodeNeverRunsOnTheTimersThread() throws Exception {
        ExecutorService executor = Executors.newSingleThreadExecutor(work -> new Thread(work, "users"));
        List<String> threads = new ArrayList<>();
        try (Holdfast real = Holdfast.builder().executor(executor).build()) {
            CompletableFuture<Object> stage = new CompletableFuture<>();
            stage.whenComplete(
                    (value, failure) -> threads.add(Thread.currentThread().getName()));
            CompletableFuture<Object> answer = Resilience.<Object>ofStage(() -> stage)
                    .holdfast(real)
                    .timeout(TimeLimiter.builder().limit(Duration.ofMillis(5)).build())
                    .call();
            CompletableFuture<Void> seen = answer.handle((value, failure) -> {
                threads.add(Thread.currentThread().getName());
                return null;
            });
            seen.get(30, TimeUnit.SECONDS);
        } finally {
            executor.shutdownNow();
        }
        // On the executor, or in reserve where that has not begun in time.
        assertThat(threads).hasSize(2).isSubsetOf("users", "holdfast-relief");
    }

    @Test
    void whereTheExecutorTakesNothingTheCallEndsAllTheSame() {
        CompletableFuture<Object> stage = new CompletableFuture<>();
        Holdfast full = time.holdfast()
                .executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build();
        CompletableFuture<Object> answer = Resilience.<Object>ofStage(() -> stage)
                .holdfast(full)
                .timeout(TIMEOUT)
                .call();
        time.advance(Duration.ofSeconds(10));
        assertThatThrownBy(() -> answer.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CallTimeoutException.class);
    }
}
