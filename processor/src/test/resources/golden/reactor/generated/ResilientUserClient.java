package golden.reactor;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.Bulkhead;
import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
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
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

/**
 * Protects calls to a {@link UserClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries IOException and status
 *       408, 5xx.
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
public final class ResilientUserClient implements UserClient {
    private static final Answers ANSWERS = new Answers();
    private static final UserClient.Empty EMPTY = new UserClient.Empty();

    private final UserClient delegate;
    private final AsyncGuard user;
    private final AsyncGuard raw;
    private final AsyncGuard name;
    private final AsyncGuard ids;
    private final AsyncGuard list;
    private final AsyncGuard guard;
    private final SyncGuard now;

    /** Creates a client with the default context. */
    public ResilientUserClient(UserClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientUserClient(UserClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientUserClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.reactor.UserClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(3)
                .retryOn(IOException.class)
                .build(setup, builder.backoff);
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
                .maxWaitNanos(1_000_000_000L) // 1 s
                .build(setup, "name", builder.nameBulkhead);
        FallbackRule idsFallbackRule = FallbackSetup.create().build(setup, "ids");
        ExponentialBackoff listBackoff = BackoffSetup.create().build(setup, "list", builder.listBackoff);
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
        this.list = guards.method("UserClient.list").backoff(listBackoff).retryResult(EMPTY).async(setup);
        this.guard = guards.method("UserClient.guard").async(setup);
        this.now = guards.method("UserClient.now").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(UserClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Mono<String> user(String login) {
        return new GuardedMono<>(user, () -> delegate.user(login), null);
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
    public Mono<HttpResponse<String>> raw(String context, int reason) {
        return new GuardedMono<>(raw, () -> delegate.raw(context, reason), null);
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Fallback}: nobody answers if a call fails with Exception.
     *   <li>also {@code @Bulkhead}: at most 10 attempts at once; others wait up to 1 s.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts. An attempt waits up to 1 s for a place in the bulkhead.
     */
    @Override
    public Mono<String> name(String login) {
        return new GuardedMono<>(name, () -> delegate.name(login), reason -> {
            name.letGo(reason);
            return nobody(login);
        });
    }

    /** Also {@code @Fallback}: cached answers if a call fails with Exception. */
    @Override
    public Mono<? extends List<? super Integer>> ids(String... logins) {
        return new GuardedMono<>(ids, () -> delegate.ids(logins), reason -> {
            if (reason instanceof IOException) {
                return cached(logins, (IOException) reason);
            }
            return cached(logins, (IllegalStateException) reason);
        });
    }

    /**
     * Its own {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
     * status 408, 5xx.
     *
     * <p>A call waits at most 15 s between attempts.
     */
    @Override
    public <T extends List<?>> Mono<T> list(Class<T> type) {
        return new GuardedMono<>(list, () -> delegate.<T>list(type), null);
    }

    @Override
    public Mono<Void> guard(String user) {
        return new GuardedMono<>(guard, () -> delegate.guard(user), null);
    }

    @Override
    public int now(String login) throws IOException {
        Permit permit = now.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                int result = delegate.now(login);
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

    /** Not protected. */
    @Override
    public Mono<Void> ping() {
        return delegate.ping();
    }

    /** A Mono with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedMono<T> extends Mono<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Mono<? extends T>, ?> attempts;
        private final CheckedFunction<Throwable, ? extends Mono<? extends T>, ?> fallback;

        GuardedMono(AsyncGuard guard, CheckedSupplier<? extends Mono<? extends T>, ?> attempts,
                CheckedFunction<Throwable, ? extends Mono<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            subscriber.onSubscribe(new Call(subscriber));
        }

        /** Goes on after a first attempt that is not accepted, or makes it where it has to wait. */
        private CompletableFuture<T> follow(Permit permit, CompletableFuture<T> first,
                Throwable failure, Context context) {
            CheckedFunction<Throwable, ? extends Mono<? extends T>, ?> answer = fallback;
            if (answer == null) {
                return guard.follow(permit, first, failure, () -> attempts.get().contextWrite(context).toFuture());
            }
            return guard.follow(permit, first, failure,
                    () -> attempts.get().contextWrite(context).toFuture(),
                    reason -> answer.apply(reason).contextWrite(context).toFuture());
        }

        /** One call. Its first attempt begins when there is demand for its answer. */
        private final class Call implements CoreSubscriber<T>, Subscription {
            private final CoreSubscriber<? super T> subscriber;
            private Permit permit;
            private volatile Object running;
            private volatile boolean cancelled;
            private boolean begun;
            private boolean answered;
            private boolean followed;

            Call(CoreSubscriber<? super T> subscriber) {
                this.subscriber = subscriber;
            }

            @Override
            public Context currentContext() {
                return subscriber.currentContext();
            }

            @Override
            public void request(long n) {
                if (begun || !Operators.validate(n)) {
                    return;
                }
                begun = true;
                permit = guard.quickPermit();
                if (permit == null) {
                    follow(null, null);
                    return;
                }
                Mono<? extends T> attempt;
                try {
                    attempt = Objects.requireNonNull(attempts.get(), "the delegate returned null, not a Mono");
                } catch (Throwable failure) {
                    follow(null, failure);
                    return;
                }
                attempt.subscribe(this);
            }

            @Override
            public void onSubscribe(Subscription subscription) {
                running = subscription;
                if (cancelled) {
                    subscription.cancel();
                } else {
                    subscription.request(Long.MAX_VALUE);
                }
            }

            @Override
            public void onNext(T value) {
                if (guard.acceptsResult(permit, value)) {
                    answered = true;
                    subscriber.onNext(value);
                } else {
                    follow(CompletableFuture.completedFuture(value), null);
                }
            }

            @Override
            public void onComplete() {
                if (answered || (!followed && guard.acceptsResult(permit, null))) {
                    subscriber.onComplete();
                } else if (!followed) {
                    follow(CompletableFuture.completedFuture(null), null);
                }
            }

            @Override
            public void onError(Throwable failure) {
                if (answered || followed) {
                    Operators.onErrorDropped(failure, currentContext());
                } else {
                    follow(null, failure);
                }
            }

            private void follow(CompletableFuture<T> first, Throwable failure) {
                followed = true;
                if (cancelled) {
                    return;
                }
                CompletableFuture<T> rest = GuardedMono.this.follow(permit, first, failure, currentContext());
                running = rest;
                if (cancelled) {
                    rest.cancel(true);
                }
                rest.whenComplete(this::end);
            }

            private void end(T value, Throwable failure) {
                if (cancelled) {
                    return;
                }
                if (failure != null) {
                    subscriber.onError(failure);
                    return;
                }
                if (value != null) {
                    subscriber.onNext(value);
                }
                subscriber.onComplete();
            }

            @Override
            public void cancel() {
                cancelled = true;
                Object left = running;
                if (left instanceof Subscription) {
                    ((Subscription) left).cancel();
                } else if (left != null) {
                    ((CompletableFuture<?>) left).cancel(true);
                }
            }
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
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private RateLimiter rawRateLimiter;
        private TimeLimiter rawTimeout;
        private Bulkhead nameBulkhead;
        private ExponentialBackoff listBackoff;

        private Builder(UserClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
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

        /** Replaces {@code @Backoff} on {@code UserClient.list}. */
        public Builder listBackoff(ExponentialBackoff listBackoff) {
            this.listBackoff = Objects.requireNonNull(listBackoff, "listBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientUserClient build() {
            return new ResilientUserClient(this);
        }
    }
}
