package dev.holdfast.runtime.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CallTimeoutException;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.FakeLibraryCall;
import dev.holdfast.runtime.FakeLibraryCall.Guarded;
import dev.holdfast.runtime.FakeLibraryCall.Reply;
import dev.holdfast.runtime.Guards;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Resilience;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.spi.CallOutcome;
import dev.holdfast.runtime.spi.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Which thread closes what nobody will see, and how long a call waits for that. With the real clock, since in another there are no
 * threads for it, but a timer whose tasks the test runs itself.
 */
@Timeout(60)
class ClosingThreadTest {

    private static final TimeLimiter LIMIT =
            TimeLimiter.builder().limit(Duration.ofMinutes(1)).build();

    /** Runs nothing of its own accord. */
    private static final class HandTimer implements Timer {

        private final List<Runnable> tasks = new ArrayList<>();
        private final List<Long> waits = new ArrayList<>();
        private final List<Runnable> limits = new ArrayList<>();

        /** The number of the wait that the timer breaks at. */
        private int breaksAt;

        @Override
        public Future<?> schedule(Runnable task, long nanos) {
            tasks.add(task);
            waits.add(nanos);
            if (waits.size() == breaksAt) {
                throw new OutOfMemoryError("no room for the timer's task");
            }
            return new CompletableFuture<>();
        }

        @Override
        public Future<?> scheduleTimeout(Runnable task, long nanos) {
            limits.add(task);
            return new CompletableFuture<>();
        }
    }

    private static final class Body implements AutoCloseable {

        private final int status;
        private final CountDownLatch mayEnd;
        private final AtomicInteger closed = new AtomicInteger();
        private final CompletableFuture<Thread> closer = new CompletableFuture<>();

        Body(int status) {
            this(status, new CountDownLatch(0));
        }

        Body(int status, CountDownLatch mayEnd) {
            this.status = status;
            this.mayEnd = mayEnd;
        }

        int status() {
            return status;
        }

        @Override
        public void close() {
            closed.incrementAndGet();
            closer.complete(Thread.currentThread());
            try {
                mayEnd.await();
            } catch (InterruptedException ended) {
                Thread.currentThread().interrupt();
            }
        }

        Thread closer() throws Exception {
            return closer.get(30, TimeUnit.SECONDS);
        }
    }

    private final HandTimer timer = new HandTimer();
    private volatile boolean refuses;
    private final Holdfast holdfast = Holdfast.builder()
            .timer(timer)
            .executor(task -> {
                if (refuses) {
                    throw new RejectedExecutionException("full");
                }
                task.run();
            })
            .build();
    private final CountDownLatch closingMayEnd = new CountDownLatch(1);

    @AfterEach
    void end() {
        closingMayEnd.countDown();
        holdfast.close();
    }

    private static ExponentialBackoff backoff() {
        return ExponentialBackoff.builder()
                .maxAttempts(2)
                .baseDelay(Duration.ofSeconds(1))
                .jitter(Jitter.NONE)
                .build();
    }

    private CompletableFuture<Body> call(Body first, Body second) {
        AtomicInteger attempts = new AtomicInteger();
        return Resilience.<Body>ofStage(
                        () -> CompletableFuture.completedFuture(attempts.incrementAndGet() == 1 ? first : second))
                .holdfast(holdfast)
                .status(Body::status)
                .backoff(backoff())
                .timeout(LIMIT)
                .build()
                .call();
    }

    @Test
    void noCallWaitsForItForLongerThanItsPatience() throws Exception {
        Body refused = new Body(503, closingMayEnd);
        CompletableFuture<Body> call = call(refused, new Body(200));
        timer.tasks.get(0).run();
        refused.closer();
        assertThat(call).isNotDone();

        assertThat(timer.waits).hasSize(2);
        assertThat(timer.waits.get(1)).isPositive().isLessThanOrEqualTo(Closing.PATIENCE);
        timer.tasks.get(1).run();
        assertThat(call).isCompletedWithValueMatching(body -> body.status() == 200);
    }

    /** The caller has completed the future, so whoever comes next only has to clear up. */
    @Test
    void aRefusingExecutorClosesTheAnswerOnce() throws Exception {
        Body refused = new Body(503, closingMayEnd);
        CompletableFuture<@Nullable Body> call = call(refused, new Body(200));
        timer.tasks.get(0).run();
        refused.closer();
        call.complete(null);
        refuses = true;
        closingMayEnd.countDown();

        AsyncCall<?> waits = (AsyncCall<?>) call;
        while (refused.closed.get() < 2 && keepsAnswer(waits)) {
            Thread.onSpinWait();
        }
        assertThat(refused.closed).hasValue(1);
        assertThat(waits.value()).isNull();
    }

    /** The volatile read lets the other be seen anew each time. */
    private static boolean keepsAnswer(AsyncCall<?> waits) {
        return waits.work.get() != null && waits.value() != null;
    }

    @Test
    void aBrokenTimerStillClosesTheAnswer() throws Exception {
        timer.breaksAt = 2;
        Body refused = new Body(503);
        CompletableFuture<Body> call = call(refused, new Body(200));
        timer.tasks.get(0).run();

        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(OutOfMemoryError.class);
        assertThat(refused.closer()).isNotSameAs(Thread.currentThread());
        assertThat(refused.closed).hasValue(1);
    }

    @Test
    void whoCancelsClosesNothing() throws Exception {
        Body refused = new Body(503);
        CompletableFuture<Body> call = call(refused, new Body(200));
        call.cancel(true);

        assertThat(refused.closer()).isNotSameAs(Thread.currentThread());
        assertThat(refused.closed).hasValue(1);
    }

    @Test
    void whoCompletesAStageTooLateClosesNothing() throws Exception {
        CompletableFuture<Body> stage = new CompletableFuture<>() {
            @Override
            public boolean cancel(boolean mayInterruptIfRunning) {
                return false;
            }
        };
        CompletableFuture<Body> call = Resilience.<Body>ofStage(() -> stage)
                .holdfast(holdfast)
                .status(Body::status)
                .timeout(LIMIT)
                .build()
                .call();
        timer.limits.get(0).run();
        assertThatThrownBy(() -> call.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(CallTimeoutException.class);
        Body late = new Body(200);
        stage.complete(late);

        assertThat(late.closer()).isNotSameAs(Thread.currentThread());
        assertThat(late.closed).hasValue(1);
    }

    @Test
    void aLibraryThatAnswersTooLateClosesNothing() throws Exception {
        CompletableFuture<Thread> closer = new CompletableFuture<>();
        AsyncGuard guard = Guards.async("call")
                .discards()
                .result(new RateLimitHint<Reply>() {
                    @Override
                    public int status(Reply reply) {
                        return reply.status;
                    }

                    @Override
                    public void discard(Reply reply) {
                        closer.complete(Thread.currentThread());
                    }
                })
                .timeout(LIMIT)
                .build(holdfast);
        CompletableFuture<Throwable> told = new CompletableFuture<>();
        FakeLibraryCall library = new FakeLibraryCall();
        new Guarded(guard, library) {
            @Override
            protected void cancel(FakeLibraryCall attempt) {
                // The library has its answer already.
            }
        }.begin(new CallOutcome<>() {
            @Override
            public void returned(Reply result) {
                told.completeExceptionally(new AssertionError("an answer after its time"));
            }

            @Override
            public void failed(Throwable failure) {
                told.complete(failure);
            }
        });
        timer.limits.get(0).run();
        assertThat(told.get(30, TimeUnit.SECONDS)).isInstanceOf(CallTimeoutException.class);
        library.tell(new Reply(200));

        assertThat(closer.get(30, TimeUnit.SECONDS)).isNotSameAs(Thread.currentThread());
    }
}
