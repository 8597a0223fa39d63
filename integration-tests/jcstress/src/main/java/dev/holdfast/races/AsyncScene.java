package dev.holdfast.races;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.HoldfastBuilder;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.spi.Timer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A guard with a backoff, and with a half-open breaker that has one place for further attempts, whose delegate never answers by
 * itself. Its timer keeps the one wait that there can be, and what goes on after it does so on the thread that runs it.
 */
final class AsyncScene implements Timer {

    final BreakerScene breaker = BreakerScene.halfOpen(1);
    final CountedPermit permit = new CountedPermit();
    final CompletableFuture<String> first = new CompletableFuture<>();
    private final Holdfast holdfast;
    private final AsyncGuard guard;
    private final int timerRounds;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicInteger attempts = new AtomicInteger();
    private volatile @Nullable CompletableFuture<String> second;
    private volatile @Nullable FutureTask<String> wait;

    AsyncScene() {
        this(0);
    }

    /** With a timer that takes its time, some rounds of a loop, to give out a task that may run already. */
    AsyncScene(int timerRounds) {
        this(timerRounds, true);
    }

    private AsyncScene(int timerRounds, boolean isTimer) {
        this.timerRounds = timerRounds;
        HoldfastBuilder context = Holdfast.builder().clock(breaker.clock);
        this.holdfast =
                (isTimer ? context.timer(this).executor(Runnable::run) : context.executor(this::runElsewhere)).build();
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .baseDelay(Duration.ofNanos(10))
                .jitter(Jitter.NONE)
                .build();
        this.guard = GuardSetup.of("call")
                .circuitBreaker(breaker.breaker)
                .backoff(backoff)
                .async(ClientSetup.of(holdfast, "Client"));
    }

    /** With the timer that a context has of its own, and its threads. */
    static AsyncScene withOwnTimer() {
        return new AsyncScene(0, false);
    }

    private void runElsewhere(Runnable task) {
        running.incrementAndGet();
        ForkJoinPool.commonPool().execute(() -> {
            try {
                task.run();
            } finally {
                running.decrementAndGet();
            }
        });
    }

    /** Waits, for a while, until a cancelled call that goes on has found that out. What begins later finds it at once. */
    void awaitCancelled() {
        long since = System.nanoTime();
        while ((running.get() > 0 || "pending".equals(second())) && System.nanoTime() - since < 1_000_000_000) {
            Thread.onSpinWait();
        }
    }

    /** Ends the timer's thread. */
    void close() {
        holdfast.close();
    }

    /** Begins a call, whose first attempt is under way. */
    CompletableFuture<String> call() {
        return guard.follow(permit, first, null, this::attempt);
    }

    /** Whether the first attempt has failed and its wait has begun. */
    boolean isWaiting() {
        return wait != null;
    }

    /** The wait is over, if there is one; a second time or after it was called off this does nothing. */
    void runTimer() {
        FutureTask<String> due = wait;
        if (due != null) {
            due.run();
        }
    }

    /** The second attempt succeeds, if there is one. */
    void answerSecond(String value) {
        CompletableFuture<String> made = second;
        if (made != null) {
            made.complete(value);
        }
    }

    /** How many further attempts were made. */
    int attempts() {
        return attempts.get();
    }

    /** How the first attempt ended. */
    String first() {
        return end(first);
    }

    /** How the second attempt ended, or "none". */
    String second() {
        CompletableFuture<String> made = second;
        return made == null ? "none" : end(made);
    }

    /** How the wait ended: "ran", "cancelled" or "pending", or "none". */
    String waited() {
        FutureTask<String> made = wait;
        if (made == null) {
            return "none";
        }
        return made.isCancelled() ? "cancelled" : made.isDone() ? "ran" : "pending";
    }

    /** How a future ended: its value, "failed", "cancelled", or "pending". */
    static String end(CompletableFuture<String> future) {
        if (!future.isDone()) {
            return "pending";
        }
        if (future.isCancelled()) {
            return "cancelled";
        }
        return future.isCompletedExceptionally() ? "failed" : future.join();
    }

    @Override
    public Future<?> schedule(Runnable task, long nanos) {
        FutureTask<String> scheduled = new FutureTask<>(task, "ran");
        wait = scheduled;
        for (int round = 0; round < timerRounds; round++) {
            Thread.onSpinWait();
        }
        return scheduled;
    }

    private CompletableFuture<String> attempt() {
        CompletableFuture<String> made = new CompletableFuture<>();
        second = made;
        attempts.incrementAndGet();
        return made;
    }
}
