package golden.flow;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import dev.holdfast.runtime.spi.CallSteps;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javax.annotation.processing.Generated;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.CoroutineScopeKt;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;
import kotlinx.coroutines.TimeoutCancellationException;
import kotlinx.coroutines.TimeoutKt;
import kotlinx.coroutines.flow.Flow;
import kotlinx.coroutines.flow.FlowCollector;

/**
 * Protects calls to a {@link EventClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
 *       5xx.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "serial"})
public final class ResilientEventClient implements EventClient {
    private final EventClient delegate;
    private final EventClient fallback;
    private final AsyncGuard events;
    private final AsyncGuard numbers;
    private final AsyncGuard any;
    private final AsyncGuard last;
    private final AsyncGuard user;

    /** Creates a client with the default context. */
    public ResilientEventClient(EventClient delegate, EventClient fallback) {
        this(builder(delegate).fallback(fallback));
    }

    /** Creates a client with a context of your own. */
    public ResilientEventClient(EventClient delegate, EventClient fallback, Holdfast holdfast) {
        this(builder(delegate).fallback(fallback).holdfast(holdfast));
    }

    private ResilientEventClient(Builder builder) {
        this.delegate = builder.delegate;
        this.fallback = Objects.requireNonNull(builder.fallback, "fallback");
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.flow.EventClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("EventClient").build(setup, builder.circuitBreaker);
        Bulkhead numbersBulkhead = BulkheadSetup.create()
                .name("EventClient.numbers")
                .maxConcurrent(4)
                .maxWaitNanos(1_000_000_000L) // 1 s
                .build(setup, "numbers", builder.numbersBulkhead);
        TimeLimiter numbersTimeout = TimeLimitSetup.create()
                .limitNanos(2_000_000_000L) // 2 s
                .betweenItemsNanos(10_000_000_000L) // 10 s
                .build(setup, "numbers", builder.numbersTimeout);
        FallbackRule anyFallbackRule = FallbackSetup.create().build(setup, "any");
        FallbackRule lastFallbackRule = FallbackSetup.create().build(setup, "last");
        GuardSetup guards = GuardSetup.of("EventClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.events = guards.method("EventClient.events").async(setup);
        this.numbers = guards.method("EventClient.numbers")
                .bulkhead(numbersBulkhead)
                .timeout(numbersTimeout)
                .async(setup);
        this.any = guards.method("EventClient.any").fallback(anyFallbackRule).async(setup);
        this.last = guards.method("EventClient.last").fallback(lastFallbackRule).async(setup);
        this.user = guards.method("EventClient.user").async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(EventClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Flow<String> events(String topic) {
        return new GuardedFlow<>(events, () -> delegate.events(topic), null);
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Bulkhead}: at most 4 attempts at once; others wait up to 1 s.
     *   <li>also {@code @Timeout}: cuts each attempt after 2 s, a stream after 10 s without an item.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts. An attempt waits up to 1 s for a place in the bulkhead. Each
     * attempt is cut after 2 s without an item. With all waits the first item takes at most 12 s.
     */
    @Override
    public Flow<List<Long>> numbers() {
        return new GuardedFlow<>(numbers, () -> delegate.numbers(), null);
    }

    /** Also {@code @Fallback}: the fallback client answers if a call fails with Exception. */
    @Override
    public Flow<?> any() {
        return new GuardedFlow<>(any, () -> delegate.any(), reason -> {
            any.letGo(reason);
            return fallback.any();
        });
    }

    /** Also {@code @Fallback}: lastInstead answers if a call fails with Exception. */
    @Override
    public <T extends Comparable<T>> Flow<T> last(T guard, int collector, String reason) {
        return new GuardedFlow<>(last, () -> delegate.<T>last(guard, collector, reason), reason_ -> {
            if (reason_ instanceof IOException) {
                return this.<T>lastInstead(guard, collector, reason, (IOException) reason_);
            }
            return this.<T>lastInstead(guard, collector, reason, (Exception) reason_);
        });
    }

    @Override
    public Object user(String steps, Continuation<? super String> $completion) {
        return new SuspendedCall(user, $completion) {
            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return delegate.user(steps, continuation);
            }
        }.start();
    }

    /** A call of a suspend function under its policies, which suspends where it waits. */
    @HoldfastGenerated
    private abstract static class SuspendedCall extends ContinuationImpl implements Runnable {
        private static final int TRYING = 0;

        private static final int WAITING = 1;

        private static final int DONE = 2;

        private static final int ANSWERING = 3;

        private final AsyncGuard guard;
        private Permit permit;
        private CallSteps steps;
        private Object last;
        private Job limit;
        private volatile CompletableJob early;
        private int state;

        @SuppressWarnings("unchecked")
        SuspendedCall(AsyncGuard guard, Continuation<?> caller) {
            super((Continuation<Object>) caller);
            this.guard = guard;
        }

        abstract Object attempt(Continuation<? super Object> continuation) throws Throwable;

        /** Calls the fallback, if there is one. */
        Object answer(Throwable reason, Continuation<? super Object> continuation) throws Throwable {
            throw reason;
        }

        final Object start() {
            permit = guard.quickPermit();
            if (permit == null) {
                steps = guard.steps(this);
                state = WAITING;
                return drive(Unit.INSTANCE);
            }
            Object outcome;
            try {
                outcome = attempt(this);
            } catch (Throwable failure) {
                outcome = ResultKt.createFailure(failure);
            }
            return drive(outcome);
        }

        @Override
        protected Object invokeSuspend(Object outcome) {
            return drive(outcome);
        }

        /** Ends a wait early. */
        @Override
        public void run() {
            CompletableJob waiting = early;
            if (waiting != null) {
                waiting.complete();
            }
        }

        /** Goes on when something has ended, until the next suspension or the end of the call. */
        private Object drive(Object ended) {
            Object outcome = ended;
            while (outcome != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
                if (state == TRYING) {
                    outcome = judge(outcome);
                } else if (state == WAITING) {
                    outcome = next(outcome);
                } else {
                    Throwable failure = failure(outcome);
                    if (failure == null) {
                        return outcome;
                    }
                    outcome = finish(outcome, failure);
                }
            }
            return outcome;
        }

        /** An attempt has ended. */
        Object judge(Object outcome) {
            Throwable failure = failure(outcome);
            CallSteps call = steps;
            if (call == null) {
                if (failure == null && guard.acceptsResult(permit, outcome)) {
                    state = DONE;
                    return outcome;
                }
                call = guard.steps(permit, this);
                steps = call;
            }
            Job limited = limit;
            boolean late = outcome == null && limited != null && limited.isCancelled();
            if ((failure != null || late) && isCancelled()) {
                call.cancel();
                ResultKt.throwOnFailure(outcome);
                JobKt.ensureActive(getContext());
            }
            last = outcome;
            if (late) {
                failure = call.timeout();
                last = ResultKt.createFailure(failure);
            }
            try {
                boolean done = failure == null ? call.returned(outcome) : call.failed(counted(failure));
                state = done ? DONE : WAITING;
                return done ? last : Unit.INSTANCE;
            } catch (Throwable broken) {
                state = DONE;
                return ResultKt.createFailure(broken);
            }
        }

        /** Waits, makes an attempt, or ends the call with the last outcome. */
        private Object next(Object waited) {
            CallSteps call = Objects.requireNonNull(steps);
            if (failure(waited) != null || isCancelled()) {
                call.cancel();
                ResultKt.throwOnFailure(waited);
                JobKt.ensureActive(getContext());
            }
            CompletableJob signal = JobKt.Job(null);
            early = signal;
            try {
                long wait = call.next();
                if (wait == CallSteps.STOP) {
                    state = DONE;
                    return last;
                }
                if (wait > 0) {
                    return TimeoutKt.withTimeoutOrNull(
                            millis(wait), (scope, continuation) -> signal.join(continuation), this);
                }
            } catch (Throwable reason) {
                state = DONE;
                return ResultKt.createFailure(reason);
            }
            state = TRYING;
            last = null;
            long nanos = call.timeLimitNanos();
            int entered = call.enter();
            try {
                return nanos == Long.MAX_VALUE ? attempt(this) : limited(nanos);
            } catch (Throwable failure) {
                return ResultKt.createFailure(failure);
            } finally {
                call.leave(entered);
            }
        }

        /** Makes an attempt with a time limit. */
        Object limited(long nanos) {
            return TimeoutKt.withTimeoutOrNull(millis(nanos), (scope, continuation) -> {
                        limit = JobKt.getJob(scope.getCoroutineContext());
                        try {
                            return attempt(continuation);
                        } catch (Throwable failure) {
                            ResultKt.throwOnFailure(ResultKt.createFailure(failure));
                            return null;
                        }
                    },
                    this);
        }

        /** The call has failed, or its fallback has. */
        Object finish(Object outcome, Throwable failure) {
            if (state == ANSWERING && last instanceof Throwable) {
                guard.fallbackFailed((Throwable) last, failure);
                ResultKt.throwOnFailure(outcome);
            }
            Throwable reason = counted(failure);
            if (!Objects.requireNonNull(steps).fallsBack(reason)) {
                ResultKt.throwOnFailure(outcome);
            }
            state = ANSWERING;
            last = reason;
            try {
                return answer(reason, this);
            } catch (Throwable thrown) {
                return ResultKt.createFailure(thrown);
            }
        }

        static Throwable failure(Object outcome) {
            try {
                ResultKt.throwOnFailure(outcome);
                return null;
            } catch (Throwable failure) {
                return failure;
            }
        }

        /** Takes a time limit within the delegate for a timeout, not for a cancellation. */
        static Throwable counted(Throwable failure) {
            return failure instanceof TimeoutCancellationException
                    ? new TimeoutException(failure.getMessage()).initCause(failure)
                    : failure;
        }

        boolean isCancelled() {
            Job job = getContext().get(Job.Key);
            return job != null && !job.isActive();
        }

        static long millis(long nanos) {
            return Math.max(1, nanos / 1_000_000 + (nanos % 1_000_000 > 0 ? 1 : 0));
        }
    }

    /** A Flow with the policies of the method that returns it: each collection is a call. */
    @HoldfastGenerated
    private static final class GuardedFlow<T> implements Flow<T> {
        /** In place of what waits for an item: time is up. */
        private static final Object LATE = new Object();

        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Flow<? extends T>, ?> attempts;
        private final CheckedFunction<Throwable, ? extends Flow<? extends T>, ?> fallback;

        GuardedFlow(AsyncGuard guard, CheckedSupplier<? extends Flow<? extends T>, ?> attempts,
                CheckedFunction<Throwable, ? extends Flow<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        public Object collect(FlowCollector<? super T> collector, Continuation<? super Unit> caller) {
            return new Collection(collector, caller).start();
        }

        /** A call, and what its attempts emit to. */
        private final class Collection extends SuspendedCall implements FlowCollector<T> {
            private final FlowCollector<? super T> collector;

            /** Whether there was an item. */
            private boolean begun;

            /** What the collector has thrown. */
            private Throwable thrown;

            /** The attempt in flight, if its time is limited. */
            private Job attempt;

            /** What waits for the next item of that attempt; nothing while one is passed on. */
            private AtomicReference<Object> awaited;

            Collection(FlowCollector<? super T> collector, Continuation<? super Unit> caller) {
                super(guard, caller);
                this.collector = collector;
            }

            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return attempts.get().collect(this, continuation);
            }

            @Override
            Object answer(Throwable reason, Continuation<? super Object> continuation) throws Throwable {
                return Objects.requireNonNull(fallback).apply(reason).collect(this, continuation);
            }

            /** Makes an attempt that is cancelled if an item takes too long. */
            @Override
            Object limited(long nanos) {
                return CoroutineScopeKt.coroutineScope((scope, continuation) -> {
                            attempt = JobKt.getJob(scope.getCoroutineContext());
                            awaited = new AtomicReference<>();
                            await(nanos);
                            try {
                                return attempt(continuation);
                            } catch (Throwable failure) {
                                ResultKt.throwOnFailure(ResultKt.createFailure(failure));
                                return null;
                            }
                        },
                        this);
            }

            /** Waits beside the attempt. Takes a time limit of nothing: its end needs no dispatcher. */
            private void await(long nanos) {
                Job limited = Objects.requireNonNull(attempt);
                AtomicReference<Object> waiting = Objects.requireNonNull(awaited);
                TimeoutKt.withTimeout(millis(nanos), (scope, end) -> {
                            CompletableJob wait = JobKt.Job(JobKt.getJob(scope.getCoroutineContext()));
                            waiting.set(wait);
                            wait.invokeOnCompletion(ended -> {
                                if (waiting.compareAndSet(wait, LATE)) {
                                    limited.cancel(null);
                                }
                                end.resumeWith(Unit.INSTANCE);
                                return Unit.INSTANCE;
                            });
                            return IntrinsicsKt.getCOROUTINE_SUSPENDED();
                        },
                        new Waited());
            }

            /** Ends the wait for an item; says whether time was up. */
            private boolean isLate() {
                AtomicReference<Object> waiting = awaited;
                Object wait = waiting == null ? null : waiting.get();
                if (wait instanceof CompletableJob && waiting.compareAndSet(wait, null)) {
                    ((CompletableJob) wait).complete();
                    return false;
                }
                return wait != null;
            }

            @Override
            public Object emit(T item, Continuation<? super Unit> continuation) {
                if (isLate()) {
                    throw new CancellationException("the time between items is over");
                }
                begun = true;
                Object outcome;
                try {
                    outcome = collector.emit(item, new Passing(continuation));
                } catch (Throwable failure) {
                    thrown = failure;
                    throw failure;
                }
                return outcome == IntrinsicsKt.getCOROUTINE_SUSPENDED() ? outcome : passed(outcome);
            }

            /** The collector is done with an item. */
            private Object passed(Object outcome) {
                long nanos = awaited == null ? 0 : guard.betweenItemsNanos();
                thrown = SuspendedCall.failure(outcome);
                if (nanos > 0 && thrown == null) {
                    await(nanos);
                }
                ResultKt.throwOnFailure(outcome);
                return outcome;
            }

            /** An attempt has ended, after which there is no other if there was an item. */
            @Override
            Object judge(Object ended) {
                boolean late = isLate() && !isCancelled();
                awaited = null;
                CallSteps call = super.steps;
                if (!begun) {
                    return super.judge(late && call != null ? ResultKt.createFailure(call.timeout()) : ended);
                }
                Object outcome = late ? ResultKt.createFailure(guard.betweenItemsTimeout()) : ended;
                Throwable failure = SuspendedCall.failure(outcome);
                if (failure != null) {
                    call = call == null ? guard.steps(super.permit, this) : call;
                    if (thrown != null || isCancelled()) {
                        call.returned(Unit.INSTANCE);
                    } else {
                        call.brokeOff(counted(failure));
                    }
                    ResultKt.throwOnFailure(outcome);
                }
                return super.judge(outcome);
            }

            /** Leaves what the collector has thrown as it is. */
            @Override
            Object finish(Object outcome, Throwable failure) {
                if (thrown != null) {
                    ResultKt.throwOnFailure(outcome);
                }
                return super.finish(outcome, failure);
            }

            /** Goes on when the collector is done with an item. */
            private final class Passing extends ContinuationImpl {
                @SuppressWarnings("unchecked")
                Passing(Continuation<?> caller) {
                    super((Continuation<Object>) caller);
                }

                @Override
                protected Object invokeSuspend(Object outcome) {
                    return passed(outcome);
                }
            }

            /** Does nothing at the end of a wait, and is no coroutine of the collector's. */
            private final class Waited implements Continuation<Object> {
                private final CoroutineContext context = Collection.this.getContext().minusKey(Job.Key);

                @Override
                public CoroutineContext getContext() {
                    return context;
                }

                @Override
                public void resumeWith(Object ended) {}
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final EventClient delegate;
        private EventClient fallback;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private Bulkhead numbersBulkhead;
        private TimeLimiter numbersTimeout;

        private Builder(EventClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the client that answers failed calls. Required. */
        public Builder fallback(EventClient fallback) {
            this.fallback = Objects.requireNonNull(fallback, "fallback");
            return this;
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code EventClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code EventClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Bulkhead} on {@code EventClient.numbers}. */
        public Builder numbersBulkhead(Bulkhead numbersBulkhead) {
            this.numbersBulkhead = Objects.requireNonNull(numbersBulkhead, "numbersBulkhead");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code EventClient.numbers}. */
        public Builder numbersTimeout(TimeLimiter numbersTimeout) {
            this.numbersTimeout = Objects.requireNonNull(numbersTimeout, "numbersTimeout");
            return this;
        }

        /** Builds the client. */
        public ResilientEventClient build() {
            return new ResilientEventClient(this);
        }
    }
}
