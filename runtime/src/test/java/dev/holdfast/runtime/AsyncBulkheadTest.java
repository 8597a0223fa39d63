package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Asynchronous calls that wait for a place in a bulkhead, and go away. */
@Timeout(60)
class AsyncBulkheadTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = time.holdfast().build();

    /** What the delegate has returned. */
    private final List<CompletableFuture<String>> attempts = new ArrayList<>();

    private static Bulkhead one(Holdfast holdfast) {
        return Bulkhead.builder().maxConcurrent(1).maxWait(Duration.ofHours(1)).build(holdfast);
    }

    private static AsyncGuard guard(Bulkhead bulkhead, Holdfast holdfast) {
        return Guards.async("call").bulkhead(bulkhead).build(holdfast);
    }

    private CompletableFuture<String> call(AsyncGuard guard) {
        Permit permit = guard.begin();
        CompletableFuture<String> first = permit == null ? null : attempt();
        return permit != null && guard.accepts(permit, first)
                ? first
                : guard.follow(permit, first, null, this::attempt);
    }

    private CompletableFuture<String> attempt() {
        CompletableFuture<String> attempt = new CompletableFuture<>();
        attempts.add(attempt);
        return attempt;
    }

    @Test
    void callsAreServedInOrderAndLeaveNoTimers() {
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = guard(bulkhead, holdfast);
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            calls.add(call(guard));
        }
        assertThat(bulkhead.waiting()).isEqualTo(4);
        assertThat(time.waiting()).isEqualTo(4);
        for (int i = 0; i < 5; i++) {
            assertThat(attempts).hasSize(i + 1);
            attempts.get(i).complete("answer " + i);
            assertThat(calls.get(i)).isCompletedWithValue("answer " + i);
        }
        assertThat(time.waiting()).isZero();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void oneThatIsCancelledLeavesTheQueueAndItsTimer() {
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = guard(bulkhead, holdfast);
        call(guard);
        CompletableFuture<String> cancelled = call(guard);
        call(guard);
        cancelled.cancel(true);
        assertThat(bulkhead.waiting()).isEqualTo(1);
        assertThat(time.waiting()).isEqualTo(1);
        attempts.get(0).complete("answer");
        assertThat(attempts).hasSize(2);
        attempts.get(1).complete("answer");
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void oneThatIsCancelledWhileItIsUnderWayGivesItsPlaceToTheNext() {
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = guard(bulkhead, holdfast);
        CompletableFuture<String> cancelled = call(guard);
        CompletableFuture<String> next = call(guard);
        cancelled.cancel(true);
        assertThat(attempts).hasSize(2);
        attempts.get(0).complete("late");
        attempts.get(1).complete("answer");
        assertThat(next).isCompletedWithValue("answer");
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void oneThatEndsInAnotherWayLeavesThePlaceToOthers() {
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = guard(bulkhead, holdfast);
        call(guard);
        CompletableFuture<String> timedOut = call(guard);
        CompletableFuture<String> next = call(guard);
        timedOut.completeExceptionally(new TimeoutException());
        attempts.get(0).complete("answer");
        assertThat(attempts).hasSize(2);
        attempts.get(1).complete("answer");
        assertThat(next).isCompletedWithValue("answer");
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void aDelegateThatThrowsGivesItsPlaceBack() {
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = guard(bulkhead, holdfast);
        call(guard);
        CompletableFuture<String> next = guard.follow(null, null, null, () -> {
            throw new IllegalStateException();
        });
        attempts.get(0).complete("answer");
        assertThat(next).isCompletedExceptionally();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void aTimerThatFailsLeavesNobodyInTheQueue() {
        Holdfast broken = time.holdfast()
                .timer((task, nanos) -> {
                    throw new IllegalStateException("broken");
                })
                .build();
        Bulkhead bulkhead = one(broken);
        bulkhead.tryAcquire();
        assertThat(call(guard(bulkhead, broken))).isCompletedExceptionally();
        assertThat(bulkhead.waiting()).isZero();
    }

    @Test
    void anExecutorThatFailsGivesThePlaceBack() throws Exception {
        Holdfast broken = time.holdfast()
                .executor(task -> {
                    throw new RejectedExecutionException();
                })
                .build();
        Bulkhead bulkhead = one(broken);
        bulkhead.tryAcquire();
        CompletableFuture<String> call = call(guard(bulkhead, broken));
        bulkhead.release();
        assertThatThrownBy(() -> call.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void closingTheContextEndsAllThatWait() {
        Holdfast real = Holdfast.builder().build();
        Bulkhead bulkhead = one(real);
        AsyncGuard guard = guard(bulkhead, real);
        call(guard);
        CompletableFuture<String> waiting = call(guard);
        real.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThatThrownBy(() -> call(guard).get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(bulkhead.waiting()).isZero();
        attempts.get(0).complete("answer");
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    /** A stage may be anybody's, and its {@code cancel} throw anything. */
    @Test
    void anAttemptWhoseCancellingThrowsAnErrorGivesItsPlaceBack() {
        CompletableFuture<String> stubborn = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                throw new AssertionError("not to be cancelled");
            }
        };
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = Guards.async("call")
                .bulkhead(bulkhead)
                .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                        .limit(Duration.ofMinutes(1))
                        .build())
                .build(holdfast);
        CompletableFuture<String> timedOut = guard.follow(null, null, null, () -> stubborn);
        assertThat(bulkhead.available()).isZero();
        time.advance(Duration.ofMinutes(1));
        assertThatThrownBy(() -> timedOut.get(10, TimeUnit.SECONDS)).hasCauseInstanceOf(CallTimeoutException.class);
        assertThat(bulkhead.available()).isEqualTo(1);

        CompletableFuture<String> cancelled = guard.follow(null, null, null, () -> stubborn);
        assertThat(bulkhead.available()).isZero();
        assertThat(cancelled.cancel(true)).isTrue();
        assertThat(bulkhead.available()).isEqualTo(1);
    }

    @Test
    void closingTheContextIsNoTimeoutWhereAttemptsAreLimited() {
        Holdfast real = Holdfast.builder().build();
        Bulkhead bulkhead = one(real);
        AsyncGuard guard = Guards.async("call")
                .bulkhead(bulkhead)
                .timeout(dev.holdfast.runtime.TimeLimiter.builder()
                        .limit(Duration.ofHours(1))
                        .build())
                .build(real);
        bulkhead.tryAcquire();
        CompletableFuture<String> waiting = call(guard);
        assertThat(bulkhead.waiting()).isEqualTo(1);
        real.close();
        assertThatThrownBy(() -> waiting.get(10, TimeUnit.SECONDS))
                .hasCauseInstanceOf(RejectedExecutionException.class);
        assertThat(bulkhead.waiting()).isZero();
        assertThat(attempts).isEmpty();
    }

    @Test
    void aThousandThatEndAtOnceNeedNoDeepStack() throws Exception {
        Bulkhead bulkhead = one(holdfast);
        AsyncGuard guard = guard(bulkhead, holdfast);
        bulkhead.tryAcquire();
        List<CompletableFuture<String>> calls = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            calls.add(guard.follow(null, null, null, () -> CompletableFuture.completedFuture("answer")));
        }
        bulkhead.release();
        assertThat(calls).allMatch(CompletableFuture::isDone);
        assertThat(calls).noneMatch(CompletableFuture::isCompletedExceptionally);
        assertThat(bulkhead.available()).isEqualTo(1);
    }
}
