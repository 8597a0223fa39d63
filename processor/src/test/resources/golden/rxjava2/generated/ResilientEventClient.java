package golden.rxjava2;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CheckedFunction;
import dev.holdfast.runtime.CheckedSupplier;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.FallbackRule;
import dev.holdfast.runtime.generated.FallbackSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.GuardedStream;
import io.reactivex.Flowable;
import io.reactivex.FlowableSubscriber;
import io.reactivex.Observable;
import io.reactivex.Observer;
import io.reactivex.disposables.Disposable;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
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
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientEventClient implements EventClient {
    private final EventClient delegate;
    private final AsyncGuard events;
    private final AsyncGuard list;
    private final AsyncGuard changes;

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
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.rxjava2.EventClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("EventClient").build(setup, builder.circuitBreaker);
        FallbackRule changesFallbackRule = FallbackSetup.create().build(setup, "changes");
        GuardSetup guards = GuardSetup.of("EventClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.events = guards.method("EventClient.events").async(setup);
        this.list = guards.method("EventClient.list").async(setup);
        this.changes = guards.method("EventClient.changes").fallback(changesFallbackRule).async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(EventClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Flowable<String> events(String subscriber) {
        return new GuardedFlowable<>(events, () -> delegate.events(subscriber), null);
    }

    @Override
    public <T extends List<?>> Flowable<? extends T> list(Class<T> type) {
        return new GuardedFlowable<>(list, () -> delegate.<T>list(type), null);
    }

    /** Also {@code @Fallback}: nothing answers if a call fails with Exception. */
    @Override
    public Observable<Integer> changes(String failure) {
        return new GuardedObservable<>(changes, () -> delegate.changes(failure), reason -> {
            changes.letGo(reason);
            return nothing(failure);
        });
    }

    /** A Flowable with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedFlowable<T> extends Flowable<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Flowable<? extends T>, ?> attempts;
        private final CheckedFunction<Throwable, ? extends Flowable<? extends T>, ?> fallback;

        GuardedFlowable(AsyncGuard guard,
                CheckedSupplier<? extends Flowable<? extends T>, ?> attempts,
                CheckedFunction<Throwable, ? extends Flowable<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        protected void subscribeActual(Subscriber<? super T> subscriber) {
            Call call = new Call(subscriber);
            subscriber.onSubscribe(call);
            call.begin();
        }

        /** One call: what its subscriber holds. */
        private final class Call extends GuardedStream<Flowable<? extends T>> implements Subscription {
            private final Subscriber<? super T> subscriber;

            Call(Subscriber<? super T> subscriber) {
                super(guard, attempts, fallback);
                this.subscriber = subscriber;
            }

            @Override
            protected GuardedStream.Attempt subscribe(Flowable<? extends T> stream) {
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
            private final class Receiver extends GuardedStream.Attempt implements FlowableSubscriber<T> {
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

    /** An Observable with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedObservable<T> extends Observable<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Observable<? extends T>, ?> attempts;
        private final CheckedFunction<Throwable, ? extends Observable<? extends T>, ?> fallback;

        GuardedObservable(AsyncGuard guard,
                CheckedSupplier<? extends Observable<? extends T>, ?> attempts,
                CheckedFunction<Throwable, ? extends Observable<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        protected void subscribeActual(Observer<? super T> subscriber) {
            Call call = new Call(subscriber);
            call.request(Long.MAX_VALUE);
            subscriber.onSubscribe(call);
            call.begin();
        }

        /** One call: what its subscriber holds. */
        private final class Call extends GuardedStream<Observable<? extends T>> implements Disposable {
            private final Observer<? super T> subscriber;

            Call(Observer<? super T> subscriber) {
                super(guard, attempts, fallback);
                this.subscriber = subscriber;
            }

            @Override
            protected GuardedStream.Attempt subscribe(Observable<? extends T> stream) {
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

            @Override
            public void dispose() {
                cancel();
            }

            @Override
            public boolean isDisposed() {
                return isCancelled();
            }

            /** Receives what one attempt brings. */
            private final class Receiver extends GuardedStream.Attempt implements Observer<T> {
                Receiver() {
                    super(Call.this);
                }

                @Override
                public void onSubscribe(Disposable attempt) {
                    begun(n -> {}, () -> attempt.dispose());
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
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;

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

        /** Builds the client. */
        public ResilientEventClient build() {
            return new ResilientEventClient(this);
        }
    }
}
