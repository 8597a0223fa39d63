package dev.holdfast.runtime;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.spi.CallOutcome;
import dev.holdfast.runtime.spi.CallSteps;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** The ways in which a call is made: each gets the same policies, and makes attempts that bring the same answers in turn. */
enum CallForm {
    /** As generated for a method that returns its answer. */
    SYNC,
    /** By hand. */
    RESILIENCE,
    /** As generated for a method that returns a stage, which is done already. */
    STAGE,
    /** The same, done later. */
    LATER,
    /** The delegate throws. */
    THROWN,
    /** Step by step, as coroutines do it. */
    STEPS,
    /** A library's call, on the calling thread. */
    EXECUTED,
    /** A library's call, with a callback. */
    ENQUEUED;

    static final String FALLBACK = "fallback";

    private static final RateLimitHint<FakeLibraryCall.Reply> STATUS = reply -> reply.status;

    boolean hasFallback() {
        return this != EXECUTED && this != ENQUEUED;
    }

    /** The policies of a call, and what its attempts bring. */
    static final class Calls {

        final VirtualTime time = new VirtualTime();
        final Holdfast holdfast;

        @Nullable
        CircuitBreaker breaker;

        @Nullable
        ExponentialBackoff backoff;

        @Nullable
        RateLimiter limiter;

        @Nullable
        Bulkhead bulkhead;

        @Nullable
        TimeLimiter timeout;

        @Nullable
        FallbackRule fallback;

        Runnable duringAttempt = () -> {};
        private final Deque<Object> script = new ArrayDeque<>();
        private final Deque<Runnable> later = new ArrayDeque<>();

        Calls(ResilienceListener... listeners) {
            HoldfastBuilder builder = time.holdfast();
            for (ResilienceListener each : listeners) {
                builder.listener(each);
            }
            this.holdfast = builder.build();
        }

        /** Sets the answers of attempts in turn: statuses and exceptions. */
        Calls answers(Object... answers) {
            for (Object each : answers) {
                script.add(each instanceof Integer ? new FakeLibraryCall.Reply((Integer) each) : each);
            }
            return this;
        }

        Calls fallingBack() {
            fallback = FallbackSetup.create().build(ClientSetup.of(holdfast, "Client"));
            return this;
        }

        private <G> G guard(Guards<G> guards) {
            return guards.circuitBreaker(breaker)
                    .backoff(backoff)
                    .rateLimiter(limiter)
                    .bulkhead(bulkhead)
                    .timeout(timeout)
                    .fallback(fallback)
                    .result(STATUS)
                    .build(holdfast);
        }

        private FakeLibraryCall.Reply attempt() throws Exception {
            duringAttempt.run();
            Object next = script.remove();
            if (next instanceof Exception) {
                throw (Exception) next;
            }
            return (FakeLibraryCall.Reply) next;
        }

        private CompletionStage<FakeLibraryCall.Reply> stage(CallForm form) throws Exception {
            CompletableFuture<FakeLibraryCall.Reply> stage = new CompletableFuture<>();
            Runnable work = () -> {
                try {
                    stage.complete(attempt());
                } catch (Exception failure) {
                    stage.completeExceptionally(failure);
                }
            };
            if (form == THROWN) {
                return CompletableFuture.completedFuture(attempt());
            }
            if (form == LATER) {
                later.add(work);
            } else {
                work.run();
            }
            return stage;
        }

        /** Makes a call; returns its status, the fallback's answer, or the class of its exception. */
        Object call(CallForm form) {
            Object answer;
            try {
                answer = make(form);
            } catch (Throwable failure) {
                return failure.getClass().getSimpleName();
            }
            return answer instanceof FakeLibraryCall.Reply ? ((FakeLibraryCall.Reply) answer).status : answer;
        }

        private Object make(CallForm form) throws Throwable {
            switch (form) {
                case SYNC:
                    return sync(guard(Guards.sync("Client.get")));
                case RESILIENCE:
                    return byHand();
                case STEPS:
                    return steps(guard(Guards.async("Client.get")));
                case EXECUTED:
                    return new FakeLibraryCall.Guarded(guard(Guards.async("Client.get")), library()).execute();
                case ENQUEUED:
                    return enqueued(new FakeLibraryCall.Guarded(guard(Guards.async("Client.get")), library()));
                default:
                    return await(start(form));
            }
        }

        private Object sync(SyncGuard guard) throws Throwable {
            try {
                Permit permit = guard.begin();
                for (int attempt = 1; ; attempt++) {
                    FakeLibraryCall.Reply result = null;
                    int status;
                    try {
                        result = attempt();
                        status = guard.status(STATUS, result);
                        if (guard.accepts(permit, status, result, STATUS)) {
                            return result;
                        }
                    } catch (Throwable failure) {
                        permit = guard.failedWithResult(permit, attempt, failure, result);
                        if (permit == null) {
                            throw failure;
                        }
                        continue;
                    }
                    permit = guard.refused(permit, attempt, status, result);
                    if (permit == null) {
                        return result;
                    }
                }
            } catch (Throwable failure) {
                if (!guard.fallsBack(failure)) {
                    throw failure;
                }
                return FALLBACK;
            }
        }

        private Object byHand() throws Exception {
            ResilienceBuilder<Object, Exception> builder = Resilience.<Object, Exception>of(this::attempt)
                    .name("Client.get")
                    .holdfast(holdfast)
                    .status(answer ->
                            answer instanceof FakeLibraryCall.Reply ? ((FakeLibraryCall.Reply) answer).status : 0);
            if (breaker != null) {
                builder.circuitBreaker(breaker);
            }
            if (backoff != null) {
                builder.backoff(backoff);
            }
            if (limiter != null) {
                builder.rateLimiter(limiter);
            }
            if (bulkhead != null) {
                builder.bulkhead(bulkhead);
            }
            if (timeout != null) {
                builder.timeout(timeout);
            }
            return fallback == null
                    ? builder.call()
                    : builder.fallback(() -> FALLBACK).call();
        }

        /** Begins a call that returns a stage. */
        CompletableFuture<Object> start(CallForm form) {
            AsyncGuard guard = guard(Guards.async("Client.get"));
            Permit permit = guard.begin();
            CompletionStage<? extends Object> first = null;
            Throwable failure = null;
            if (permit != null) {
                try {
                    first = stage(form);
                    if (guard.accepts(permit, first)) {
                        return first.<Object>thenApply(answer -> answer).toCompletableFuture();
                    }
                } catch (Throwable thrown) {
                    failure = thrown;
                }
            }
            return guard.<Object>follow(
                    permit, first, failure, () -> stage(form), last -> CompletableFuture.completedFuture(FALLBACK));
        }

        private Object steps(AsyncGuard guard) throws Throwable {
            CallSteps steps = guard.steps(() -> {});
            Object last = null;
            Throwable thrown = null;
            try {
                for (boolean done = false; !done; ) {
                    long wait = steps.next();
                    if (wait == CallSteps.STOP) {
                        break;
                    }
                    if (wait > 0) {
                        time.advance(Duration.ofNanos(wait));
                        continue;
                    }
                    int entered = steps.enter();
                    try {
                        thrown = null;
                        last = attempt();
                    } catch (Throwable failure) {
                        thrown = failure;
                    } finally {
                        steps.leave(entered);
                    }
                    done = thrown == null ? steps.returned(last) : steps.failed(thrown);
                }
            } catch (Throwable rejection) {
                thrown = rejection;
            }
            if (thrown == null) {
                return last;
            }
            if (steps.fallsBack(thrown)) {
                return FALLBACK;
            }
            throw thrown;
        }

        private FakeLibraryCall library() {
            FakeLibraryCall call = new FakeLibraryCall(script.toArray());
            script.clear();
            call.duringAttempt = () -> duringAttempt.run();
            return call;
        }

        private Object enqueued(FakeLibraryCall.Guarded call) throws Throwable {
            CompletableFuture<Object> answer = new CompletableFuture<>();
            call.begin(new CallOutcome<FakeLibraryCall.Reply>() {
                @Override
                public void returned(FakeLibraryCall.Reply reply) {
                    answer.complete(reply);
                }

                @Override
                public void failed(Throwable failure) {
                    answer.completeExceptionally(failure);
                }
            });
            return await(answer);
        }

        /** Lets stages be done and time pass until a future is done. */
        Object await(CompletableFuture<?> future) throws Throwable {
            while (!future.isDone()) {
                Runnable work = later.poll();
                if (work != null) {
                    work.run();
                } else {
                    time.drain();
                }
            }
            Throwable failure = future.handle((answer, thrown) -> thrown).get();
            if (failure != null) {
                throw failure;
            }
            return future.get();
        }

        static IOException failure() {
            return new IOException("failed");
        }
    }
}
