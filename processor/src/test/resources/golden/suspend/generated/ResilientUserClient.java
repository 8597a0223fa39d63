package golden.suspend;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.BulkheadSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import dev.holdfast.runtime.spi.CallSteps;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeoutException;
import javax.annotation.processing.Generated;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.ContinuationImpl;
import kotlinx.coroutines.CompletableJob;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.JobKt;
import kotlinx.coroutines.TimeoutCancellationException;
import kotlinx.coroutines.TimeoutKt;

/**
 * Protects calls to a {@link UserClient}. Thread-safe if the delegate is.
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
public final class ResilientUserClient implements UserClient {
    private static final Answers ANSWERS = new Answers();
    private static final UserClient.Empty EMPTY = new UserClient.Empty();

    private final UserClient delegate;
    private final UserClient fallback;
    private final AsyncGuard user;
    private final AsyncGuard raw;
    private final AsyncGuard name;
    private final AsyncGuard ids;
    private final AsyncGuard ping;
    private final AsyncGuard any;
    private final SyncGuard now;

    /** Creates a client with the default context. */
    public ResilientUserClient(UserClient delegate, UserClient fallback) {
        this(builder(delegate).fallback(fallback));
    }

    /** Creates a client with a context of your own. */
    public ResilientUserClient(UserClient delegate, UserClient fallback, Holdfast holdfast) {
        this(builder(delegate).fallback(fallback).holdfast(holdfast));
    }

    private ResilientUserClient(Builder builder) {
        this.delegate = builder.delegate;
        this.fallback = Objects.requireNonNull(builder.fallback, "fallback");
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.suspend.UserClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("UserClient").build(setup, builder.circuitBreaker);
        RateLimiter rawRateLimiter = LimiterSetup.create()
                .name("UserClient.raw")
                .build(setup, "raw", builder.rawRateLimiter);
        TimeLimiter rawTimeout = TimeLimitSetup.create()
                .limitNanos(2_000_000_000L) // 2 s
                .build(setup, "raw", builder.rawTimeout);
        FallbackRule nameFallbackRule = FallbackSetup.create().build(setup, "name");
        Bulkhead nameBulkhead = BulkheadSetup.create()
                .name("UserClient.name")
                .maxConcurrent(4)
                .maxWaitNanos(1_000_000_000L) // 1 s
                .build(setup, "name", builder.nameBulkhead);
        FallbackRule idsFallbackRule = FallbackSetup.create().build(setup, "ids");
        FallbackRule pingFallbackRule = FallbackSetup.create().build(setup, "ping");
        FallbackRule anyFallbackRule = FallbackSetup.create().build(setup, "any");
        ExponentialBackoff anyBackoff = BackoffSetup.create().build(setup, "any", builder.anyBackoff);
        GuardSetup guards = GuardSetup.of("UserClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.user = guards.method("UserClient.user").async(setup);
        this.raw = guards.method("UserClient.raw")
                .rateLimiter(rawRateLimiter)
                .timeout(rawTimeout)
                .discards()
                .result(ANSWERS)
                .async(setup);
        this.name = guards.method("UserClient.name").fallback(nameFallbackRule).bulkhead(nameBulkhead).async(setup);
        this.ids = guards.method("UserClient.ids")
                .fallback(idsFallbackRule, IOException.class, IllegalStateException.class)
                .async(setup);
        this.ping = guards.method("UserClient.ping").fallback(pingFallbackRule).async(setup);
        this.any = guards.method("UserClient.any")
                .fallback(anyFallbackRule)
                .backoff(anyBackoff)
                .retryResult(EMPTY)
                .async(setup);
        this.now = guards.method("UserClient.now").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(UserClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Object user(String login, Continuation<? super String> $completion) throws IOException {
        return new SuspendedCall(user, $completion) {
            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return delegate.user(login, continuation);
            }
        }.start();
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that
     *       is more than 5 min; holds back all calls meanwhile.
     *   <li>also {@code @Timeout}: cuts each attempt after 2 s.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to
     * 5 min 30 s while calls are held back. Each attempt is cut after 2 s. With all waits a call takes at most 27 min
     * 36 s, unless a hold is extended.
     */
    @Override
    public Object raw(String login, Continuation<? super HttpResponse<String>> $completion) {
        return new SuspendedCall(raw, $completion) {
            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return delegate.raw(login, continuation);
            }
        }.start();
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: the fallback client answers if a call fails with Exception.
     *   <li>also {@code @Bulkhead}: at most 4 attempts at once; others wait up to 1 s.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts. An attempt waits up to 1 s for a place in the bulkhead.
     */
    @Override
    public Object name(String login, Continuation<? super String> $completion) {
        return new SuspendedCall(name, $completion) {
            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return delegate.name(login, continuation);
            }

            @Override
            Object answer(Throwable reason, Continuation<? super Object> continuation) throws Throwable {
                name.letGo(reason);
                return fallback.name(login, continuation);
            }
        }.start();
    }

    /** Also {@code @Fallback}: idsInstead answers if a call fails with Exception. */
    @Override
    public Object ids(String query, Continuation<? super List<Long>> $completion) {
        var self = this;
        return new SuspendedCall(ids, $completion) {
            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return delegate.ids(query, continuation);
            }

            @Override
            Object answer(Throwable reason, Continuation<? super Object> continuation) throws Throwable {
                if (reason instanceof IOException) {
                    return self.idsInstead(query, (IOException) reason, continuation);
                }
                return self.idsInstead(query, (IllegalStateException) reason);
            }
        }.start();
    }

    /** Also {@code @Fallback}: pinged answers if a call fails with Exception. */
    @Override
    public Object ping(Continuation<? super Unit> $completion) {
        return new SuspendedCall(ping, $completion) {
            @Override
            Object attempt(Continuation<? super Object> continuation) throws Throwable {
                return delegate.ping(continuation);
            }

            @Override
            Object answer(Throwable reason, Continuation<? super Object> continuation) throws Throwable {
                ping.letGo(reason);
                UserClient.pinged();
                return Unit.INSTANCE;
            }
        }.start();
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: anyInstead answers if a call fails with Exception.
     *   <li>its own {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries
     *       Exception and status 408, 5xx.
     * </ul>
     *
     * <p>A call waits at most 15 s between attempts.
     */
    @Override
    public <T extends Comparable<T>> Object any(T delegate, int any, String continuation,
            String self, Continuation<? super List<T>> reason) {
        var delegate_ = this.delegate;
        var self_ = this;
        var any_ = this.any;
        return new SuspendedCall(this.any, reason) {
            @Override
            Object attempt(Continuation<? super Object> continuation_) throws Throwable {
                return delegate_.<T>any(delegate, any, continuation, self, continuation_);
            }

            @Override
            Object answer(Throwable reason_, Continuation<? super Object> continuation_) throws Throwable {
                any_.letGo(reason_);
                return self_.<T>anyInstead(delegate, any, continuation, self);
            }
        }.start();
    }

    @Override
    public String now() {
        Permit permit = now.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.now();
                now.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = now.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
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

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<HttpResponse<?>> {
        @Override
        public int status(HttpResponse<?> answer) {
            return answer.statusCode();
        }

        @Override
        public String header(HttpResponse<?> answer, String name) {
            var headers = answer.headers();
            return headers == null ? null : headers.firstValue(name).orElse(null);
        }

        @Override
        public void discard(HttpResponse<?> answer) throws Exception {
            Object body = answer.body();
            if (body instanceof AutoCloseable) {
                ((AutoCloseable) body).close();
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final UserClient delegate;
        private UserClient fallback;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private RateLimiter rawRateLimiter;
        private TimeLimiter rawTimeout;
        private Bulkhead nameBulkhead;
        private ExponentialBackoff anyBackoff;

        private Builder(UserClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the client that answers failed calls. Required. */
        public Builder fallback(UserClient fallback) {
            this.fallback = Objects.requireNonNull(fallback, "fallback");
            return this;
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code UserClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code UserClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code UserClient.raw}. */
        public Builder rawRateLimiter(RateLimiter rawRateLimiter) {
            this.rawRateLimiter = Objects.requireNonNull(rawRateLimiter, "rawRateLimiter");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code UserClient.raw}. */
        public Builder rawTimeout(TimeLimiter rawTimeout) {
            this.rawTimeout = Objects.requireNonNull(rawTimeout, "rawTimeout");
            return this;
        }

        /** Replaces {@code @Bulkhead} on {@code UserClient.name}. */
        public Builder nameBulkhead(Bulkhead nameBulkhead) {
            this.nameBulkhead = Objects.requireNonNull(nameBulkhead, "nameBulkhead");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code UserClient.any}. */
        public Builder anyBackoff(ExponentialBackoff anyBackoff) {
            this.anyBackoff = Objects.requireNonNull(anyBackoff, "anyBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientUserClient build() {
            return new ResilientUserClient(this);
        }
    }
}
