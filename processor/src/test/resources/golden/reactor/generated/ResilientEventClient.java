package golden.reactor;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
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
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.GuardedStream;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;
import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Operators;
import reactor.util.context.Context;

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
public final class ResilientEventClient implements EventClient {
    private static final Answers ANSWERS = new Answers();

    private final EventClient delegate;
    private final AsyncGuard events;
    private final AsyncGuard tokens;
    private final AsyncGuard list;
    private final AsyncGuard one;

    /** Creates a client with the default context. */
    public ResilientEventClient(EventClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientEventClient(EventClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientEventClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.reactor.EventClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("EventClient").build(setup, builder.circuitBreaker);
        RateLimiter tokensRateLimiter = LimiterSetup.create()
                .name("EventClient.tokens")
                .build(setup, "tokens", builder.tokensRateLimiter);
        TimeLimiter tokensTimeout = TimeLimitSetup.create()
                .limitNanos(5_000_000_000L) // 5 s
                .betweenItemsNanos(30_000_000_000L) // 30 s
                .build(setup, "tokens", builder.tokensTimeout);
        FallbackRule listFallbackRule = FallbackSetup.create().build(setup, "list");
        GuardSetup guards = GuardSetup.of("EventClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.events = guards.method("EventClient.events").async(setup);
        this.tokens = guards.method("EventClient.tokens")
                .rateLimiter(tokensRateLimiter)
                .timeout(tokensTimeout)
                .failure(EventClient.Busy.class, ANSWERS)
                .async(setup);
        this.list = guards.method("EventClient.list").fallback(listFallbackRule, RuntimeException.class).async(setup);
        this.one = guards.method("EventClient.one").async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(EventClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Flux<String> events(String guard, long n) {
        return new GuardedFlux<>(events, () -> delegate.events(guard, n), null);
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that
     *       is more than 5 min; holds back all calls meanwhile.
     *   <li>also {@code @Timeout}: cuts each attempt after 5 s, a stream after 30 s without an item.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to
     * 5 min 30 s while calls are held back. Each attempt is cut after 5 s without an item. With all waits the first
     * item takes at most 27 min 45 s, unless a hold is extended.
     */
    @Override
    public Flux<? extends List<? super Integer>> tokens(String... attempts) {
        return new GuardedFlux<>(tokens, () -> delegate.tokens(attempts), null);
    }

    /** Also {@code @Fallback}: nothing answers if a call fails with Exception. */
    @Override
    public <T extends List<?>> Flux<T> list(Class<T> type) {
        return new GuardedFlux<>(list, () -> delegate.<T>list(type), reason -> this.<T>nothing(type, (RuntimeException) reason));
    }

    @Override
    public Mono<String> one(String login) {
        return new GuardedMono<>(one, () -> delegate.one(login), null);
    }

    /** A Flux with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedFlux<T> extends Flux<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Flux<? extends T>, ?> attempts;
        private final CheckedFunction<Throwable, ? extends Flux<? extends T>, ?> fallback;

        GuardedFlux(AsyncGuard guard, CheckedSupplier<? extends Flux<? extends T>, ?> attempts,
                CheckedFunction<Throwable, ? extends Flux<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        public void subscribe(CoreSubscriber<? super T> subscriber) {
            Call call = new Call(subscriber);
            subscriber.onSubscribe(call);
            call.begin();
        }

        /** One call: what its subscriber holds. */
        private final class Call extends GuardedStream<Flux<? extends T>> implements Subscription {
            private final CoreSubscriber<? super T> subscriber;

            Call(CoreSubscriber<? super T> subscriber) {
                super(guard, attempts, fallback);
                this.subscriber = subscriber;
            }

            @Override
            protected GuardedStream.Attempt subscribe(Flux<? extends T> stream) {
                Receiver receiver = new Receiver();
                stream.subscribe(receiver);
                return receiver;
            }

            @Override
            protected void fail(Throwable failure) {
                subscriber.onError(failure);
            }

            @Override
            protected void complete() {
                subscriber.onComplete();
            }

            /** Receives what one attempt brings. */
            private final class Receiver extends GuardedStream.Attempt implements CoreSubscriber<T> {
                Receiver() {
                    super(Call.this);
                }

                @Override
                public void onSubscribe(Subscription attempt) {
                    begun(n -> attempt.request(n), () -> attempt.cancel());
                }

                @Override
                public void onNext(T item) {
                    if (itemArrives()) {
                        subscriber.onNext(item);
                        itemPassed();
                    }
                }

                @Override
                public void onError(Throwable failure) {
                    failed(failure);
                }

                @Override
                public void onComplete() {
                    completed();
                }

                @Override
                public Context currentContext() {
                    return subscriber.currentContext();
                }
            }
        }
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
    private static final class Answers implements RateLimitHint<EventClient.Busy> {
        @Override
        public int status(EventClient.Busy answer) {
            return answer.status();
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final EventClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private RateLimiter tokensRateLimiter;
        private TimeLimiter tokensTimeout;

        private Builder(EventClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
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

        /** Replaces {@code @RateLimited} on {@code EventClient.tokens}. */
        public Builder tokensRateLimiter(RateLimiter tokensRateLimiter) {
            this.tokensRateLimiter = Objects.requireNonNull(tokensRateLimiter, "tokensRateLimiter");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code EventClient.tokens}. */
        public Builder tokensTimeout(TimeLimiter tokensTimeout) {
            this.tokensTimeout = Objects.requireNonNull(tokensTimeout, "tokensTimeout");
            return this;
        }

        /** Builds the client. */
        public ResilientEventClient build() {
            return new ResilientEventClient(this);
        }
    }
}
