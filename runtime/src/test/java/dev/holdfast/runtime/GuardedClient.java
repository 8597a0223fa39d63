package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.FormGuards.Guard;
import dev.holdfast.runtime.event.AttemptEvent;
import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.RejectedEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.ClientAnswers;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.spi.Sleeper;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** A client as the processor would generate it, around a scripted delegate, in virtual time. */
public final class GuardedClient {

    /** How the method returns its answer. */
    public enum Form {
        SYNC,
        /** A stage that is done when the delegate returns it. */
        ASYNC_DONE,
        /** A stage that is done some time after the delegate has returned it. */
        ASYNC_LATER,
        /** What fails is thrown instead of returned; other stages can do no more than a stage must. */
        ASYNC_THROWN
    }

    /** What a delegate may return: an answer with a status and headers. */
    record Answer(int status, Map<String, String> headers) {

        Answer(int status, @Nullable String retryAfter) {
            this(status, retryAfter == null ? Map.of() : Map.of("Retry-After", retryAfter));
        }
    }

    /** What a delegate may throw: an answer with a status and headers. */
    public static final class StatusException extends Exception {
        private static final long serialVersionUID = 1L;
        public final transient Answer answer;

        public StatusException(int status, @Nullable String retryAfter) {
            this(new Answer(status, retryAfter));
        }

        public StatusException(Answer answer) {
            this.answer = answer;
        }
    }

    static final RateLimitHint<Answer> ANSWER = new RateLimitHint<>() {
        @Override
        public int status(Answer answer) {
            return answer.status();
        }

        @Override
        public @Nullable String header(Answer answer, String name) {
            return ClientAnswers.header(answer.headers(), name);
        }
    };

    static final RateLimitHint<StatusException> EXCEPTION = new RateLimitHint<>() {
        @Override
        public int status(StatusException failure) {
            return failure.answer.status();
        }

        @Override
        public @Nullable String header(StatusException failure, String name) {
            return ClientAnswers.header(failure.answer.headers(), name);
        }
    };

    /** What the fallback answers with, where there is one. */
    static final Answer FALLBACK = new Answer(200, Map.of());

    private final Form form;

    /** Stages that are to be done. */
    private final Deque<Runnable> later = new ArrayDeque<>();

    public final VirtualTime time = new VirtualTime();
    public final List<String> events = new ArrayList<>();
    public long random;
    final LimitTimers timers = new LimitTimers(time, () -> this.duringWait.run());
    public final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .sleeper(new NotedSleeper())
            .timer(timers)
            .executor(Runnable::run)
            .random(bound -> Math.min(random, bound - 1))
            .listener(new ResilienceListener() {
                @Override
                public void onRetry(AttemptEvent event) {
                    events.add(
                            "retry " + event.attempt() + " in " + event.delay().toMillis());
                }

                @Override
                public void onGiveUp(AttemptEvent event) {
                    events.add("gave up after " + event.attempt());
                }

                @Override
                public void onStateChange(StateChangeEvent event) {
                    events.add(event.from() + "->" + event.to());
                }

                @Override
                public void onRejected(RejectedEvent event) {
                    events.add("rejected by " + event.policy());
                }

                @Override
                public void onHold(HoldEvent event) {
                    events.add("hold " + event.duration().toMillis());
                }

                @Override
                public void onRelease(HoldEvent event) {
                    events.add("release");
                }
            })
            .build();
    public final Deque<Object> script = new ArrayDeque<>();
    public int calls;
    public Runnable duringCall = () -> {};

    /** How many calls, from now on, do nothing until they are interrupted or cancelled. */
    int hangs;

    /** After how many seconds that happened. */
    List<Long> cuts = new ArrayList<>();

    /** What others do while a call waits; run at the beginning of every wait. */
    Runnable duringWait = () -> {};

    /** What the fallback has answered for. */
    public final List<Throwable> fellBack = new ArrayList<>();

    Runnable duringFallback = () -> {};

    public GuardedClient() {
        this(Form.SYNC);
    }

    public GuardedClient(Form form) {
        this.form = form;
    }

    public Form form() {
        return form;
    }

    public FormGuards guard() {
        return new FormGuards(form);
    }

    /** Answers or exceptions for the next calls, in order. A number is a status. */
    public GuardedClient answers(Object... answers) {
        for (Object answer : answers) {
            script.add(answer instanceof Integer ? new Answer((Integer) answer, Map.of()) : answer);
        }
        return this;
    }

    /** Lets others do something at the beginning of each wait. */
    private final class NotedSleeper implements Sleeper {

        @Override
        public void sleep(long nanos) throws InterruptedException {
            duringWait.run();
            time.sleep(nanos);
        }

        @Override
        public boolean await(CountDownLatch latch, long nanos) throws InterruptedException {
            duringWait.run();
            return time.await(latch, nanos);
        }
    }

    private Answer delegate() throws Throwable {
        calls++;
        duringCall.run();
        if (hangs > 0 && form == Form.SYNC) {
            hangs--;
            hang();
        }
        Object next = script.remove();
        if (next instanceof Throwable) {
            throw (Throwable) next;
        }
        return (Answer) next;
    }

    private void hang() throws InterruptedException {
        long start = time.nanoTime();
        try {
            // Not by a sleep, which would be among the waits.
            for (int second = 0; second < 100; second++) {
                time.advance(Duration.ofSeconds(1));
                if (Thread.interrupted()) {
                    throw new InterruptedException();
                }
            }
            throw new AssertionError("nobody cuts it");
        } finally {
            cuts.add(Duration.ofNanos(time.nanoTime() - start).toSeconds());
        }
    }

    private CompletionStage<Answer> stage() throws Throwable {
        CompletableFuture<Answer> stage = new CompletableFuture<>();
        if (hangs > 0) {
            hangs--;
            calls++;
            long start = time.nanoTime();
            stage.whenComplete((answer, cancelled) ->
                    cuts.add(Duration.ofNanos(time.nanoTime() - start).toSeconds()));
            return stage;
        }
        try {
            Answer answer = delegate();
            if (form == Form.ASYNC_LATER) {
                later.add(() -> stage.complete(answer));
            } else {
                stage.complete(answer);
            }
        } catch (Throwable failure) {
            if (form == Form.ASYNC_THROWN) {
                throw failure;
            }
            if (form == Form.ASYNC_LATER) {
                later.add(() -> stage.completeExceptionally(failure));
            } else {
                stage.completeExceptionally(failure);
            }
        }
        return form == Form.ASYNC_THROWN ? stage.minimalCompletionStage() : stage;
    }

    public Answer call(Guard guard) throws Throwable {
        return form == Form.SYNC ? callWithFallback(guard) : await(start(guard));
    }

    /** As the processor writes it for a method that returns a stage. */
    public CompletableFuture<Answer> start(Guard guard) {
        AsyncGuard async = guard.async();
        Permit permit = async.begin();
        CompletionStage<Answer> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = stage();
                if (async.accepts(permit, first)) {
                    return first.toCompletableFuture();
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return async.follow(
                permit, first, failure, this::stage, last -> CompletableFuture.completedFuture(fallBack(last)));
    }

    /** Lets stages be done and time pass until a future is done. */
    private Answer await(CompletableFuture<Answer> future) throws Throwable {
        while (!future.isDone()) {
            Runnable done = later.poll();
            if (done != null) {
                done.run();
            } else {
                assertThat(time.waiting() + timers.left())
                        .as("something to wait for")
                        .isPositive();
                if (time.drain().isZero()) {
                    time.advance(Duration.ofSeconds(1));
                }
            }
        }
        // Not by get(): newer JDKs wrap a CancellationException there.
        Throwable failure = future.handle((answer, thrown) -> thrown).get();
        if (failure != null) {
            throw failure;
        }
        return future.get();
    }

    private Answer fallBack(Throwable last) {
        fellBack.add(last);
        duringFallback.run();
        return FALLBACK;
    }

    private Answer callWithFallback(Guard guard) throws Throwable {
        try {
            return callSync(guard);
        } catch (Throwable last) {
            if (guard.sync().fallsBack(last)) {
                return fallBack(last);
            }
            throw last;
        }
    }

    private Answer callSync(Guard client) throws Throwable {
        SyncGuard guard = client.sync();
        Permit permit = guard.begin();
        for (int attempt = 1; ; attempt++) {
            Answer result = null;
            boolean retry;
            boolean failed;
            int status;
            try {
                result = delegate();
                retry = client.retry().test(result);
                failed = client.failed().test(result);
                status = guard.status(ANSWER, result);
                if (!retry && !failed && guard.accepts(permit, status, result, ANSWER)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = guard.failedWithResult(permit, attempt, failure, result);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = guard.refused(permit, attempt, status, result, retry, failed);
            if (permit == null) {
                return result;
            }
        }
    }

    /** The waits so far, in milliseconds. */
    List<Long> waits() {
        return time.sleeps().stream().map(Duration::toMillis).toList();
    }
}
