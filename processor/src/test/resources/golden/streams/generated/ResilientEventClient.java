package golden.streams;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.TimeLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.GuardedStream;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

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
@NullMarked
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientEventClient implements EventClient {
    private final EventClient delegate;
    private final EventClient fallback;
    private final AsyncGuard events;
    private final AsyncGuard pages;
    private final AsyncGuard answered;

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
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.streams.EventClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("EventClient").build(setup, builder.circuitBreaker);
        TimeLimiter eventsTimeout = TimeLimitSetup.create()
                .limitNanos(5_000_000_000L) // 5 s
                .betweenItemsNanos(30_000_000_000L) // 30 s
                .build(setup, "events", builder.eventsTimeout);
        FallbackRule answeredFallbackRule = FallbackSetup.create().build(setup, "answered");
        this.events = GuardSetup.of("EventClient.events")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .timeout(eventsTimeout)
                .async(setup);
        this.pages = GuardSetup.of("EventClient.pages").backoff(backoff).circuitBreaker(circuitBreaker).async(setup);
        this.answered = GuardSetup.of("EventClient.answered")
                .fallback(answeredFallbackRule)
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(EventClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Also {@code @Timeout}: cuts each attempt after 5 s, a stream after 30 s without an item.
     *
     * <p>A call waits at most 3 s between attempts. Each attempt is cut after 5 s without an item. With all waits the
     * first item takes at most 18 s.
     */
    @Override
    public Publisher<String> events(String call) {
        return new GuardedPublisher<>(events, () -> delegate.events(call), null);
    }

    @Override
    public Flow.Publisher<? extends List<String>> pages(int n) {
        return new GuardedPublisher_<>(pages, () -> delegate.pages(n), null);
    }

    /** Also {@code @Fallback}: the fallback client answers if a call fails with Exception. */
    @Override
    public Flow.Publisher<String> answered(String login) {
        return new GuardedPublisher_<>(answered, () -> delegate.answered(login), reason -> {
            answered.letGo(reason);
            return fallback.answered(login);
        });
    }

    /** A Publisher with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedPublisher<T> implements Publisher<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Publisher<? extends T>, ?> attempts;
        private final @Nullable CheckedFunction<Throwable, ? extends Publisher<? extends T>, ?> fallback;

        GuardedPublisher(AsyncGuard guard,
                CheckedSupplier<? extends Publisher<? extends T>, ?> attempts,
                @Nullable CheckedFunction<Throwable, ? extends Publisher<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        public void subscribe(Subscriber<? super T> subscriber) {
            Call call = new Call(subscriber);
            subscriber.onSubscribe(call);
            call.begin();
        }

        /** One call: what its subscriber holds. */
        private final class Call extends GuardedStream<Publisher<? extends T>> implements Subscription {
            private final Subscriber<? super T> subscriber;

            Call(Subscriber<? super T> subscriber) {
                super(guard, attempts, fallback);
                this.subscriber = subscriber;
            }

            @Override
            protected GuardedStream.Attempt subscribe(Publisher<? extends T> stream) {
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
            private final class Receiver extends GuardedStream.Attempt implements Subscriber<T> {
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
            }
        }
    }

    /** A Publisher with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedPublisher_<T> implements Flow.Publisher<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Flow.Publisher<? extends T>, ?> attempts;
        private final @Nullable CheckedFunction<Throwable, ? extends Flow.Publisher<? extends T>, ?> fallback;

        GuardedPublisher_(AsyncGuard guard,
                CheckedSupplier<? extends Flow.Publisher<? extends T>, ?> attempts,
                @Nullable CheckedFunction<Throwable, ? extends Flow.Publisher<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        public void subscribe(Flow.Subscriber<? super T> subscriber) {
            Call call = new Call(subscriber);
            subscriber.onSubscribe(call);
            call.begin();
        }

        /** One call: what its subscriber holds. */
        private final class Call extends GuardedStream<Flow.Publisher<? extends T>> implements Flow.Subscription {
            private final Flow.Subscriber<? super T> subscriber;

            Call(Flow.Subscriber<? super T> subscriber) {
                super(guard, attempts, fallback);
                this.subscriber = subscriber;
            }

            @Override
            protected GuardedStream.Attempt subscribe(Flow.Publisher<? extends T> stream) {
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
            private final class Receiver extends GuardedStream.Attempt implements Flow.Subscriber<T> {
                Receiver() {
                    super(Call.this);
                }

                @Override
                public void onSubscribe(Flow.Subscription attempt) {
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
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final EventClient delegate;
        private @Nullable EventClient fallback;
        private @Nullable Holdfast holdfast;
        private @Nullable ExponentialBackoff backoff;
        private @Nullable CircuitBreaker circuitBreaker;
        private @Nullable TimeLimiter eventsTimeout;

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

        /** Replaces {@code @Timeout} on {@code EventClient.events}. */
        public Builder eventsTimeout(TimeLimiter eventsTimeout) {
            this.eventsTimeout = Objects.requireNonNull(eventsTimeout, "eventsTimeout");
            return this;
        }

        /** Builds the client. */
        public ResilientEventClient build() {
            return new ResilientEventClient(this);
        }
    }
}
