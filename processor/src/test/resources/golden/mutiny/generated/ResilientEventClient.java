package golden.mutiny;

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
import io.smallrye.mutiny.Context;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.ContextSupport;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import javax.annotation.processing.Generated;

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
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.mutiny.EventClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("EventClient").build(setup, builder.circuitBreaker);
        FallbackRule listFallbackRule = FallbackSetup.create().build(setup, "list");
        this.events = GuardSetup.of("EventClient.events").backoff(backoff).circuitBreaker(circuitBreaker).async(setup);
        this.list = GuardSetup.of("EventClient.list")
                .fallback(listFallbackRule)
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(EventClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Multi<String> events(String item) {
        return new GuardedMulti<>(events, () -> delegate.events(item), null);
    }

    /** Also {@code @Fallback}: nothing answers if a call fails with Exception. */
    @Override
    public <T extends List<?>> Multi<T> list(Class<T> type) {
        return new GuardedMulti<>(list, () -> delegate.<T>list(type), reason -> {
            list.letGo(reason);
            return this.<T>nothing(type);
        });
    }

    /** A Multi with the policies of the method that returns it: each subscription is a call. */
    @HoldfastGenerated
    private static final class GuardedMulti<T> extends AbstractMulti<T> {
        private final AsyncGuard guard;
        private final CheckedSupplier<? extends Multi<? extends T>, ?> attempts;
        private final CheckedFunction<Throwable, ? extends Multi<? extends T>, ?> fallback;

        GuardedMulti(AsyncGuard guard, CheckedSupplier<? extends Multi<? extends T>, ?> attempts,
                CheckedFunction<Throwable, ? extends Multi<? extends T>, ?> fallback) {
            this.guard = guard;
            this.attempts = attempts;
            this.fallback = fallback;
        }

        @Override
        public void subscribe(MultiSubscriber<? super T> subscriber) {
            Call call = new Call(subscriber);
            subscriber.onSubscribe(call);
            call.begin();
        }

        /** One call: what its subscriber holds. */
        private final class Call extends GuardedStream<Multi<? extends T>> implements Flow.Subscription {
            private final MultiSubscriber<? super T> subscriber;

            Call(MultiSubscriber<? super T> subscriber) {
                super(guard, attempts, fallback);
                this.subscriber = subscriber;
            }

            @Override
            protected GuardedStream.Attempt subscribe(Multi<? extends T> stream) {
                Receiver receiver = new Receiver();
                stream.subscribe(receiver);
                return receiver;
            }

            @Override
            protected void fail(Throwable failure) {
                subscriber.onFailure(failure);
            }

            @Override
            protected void complete() {
                subscriber.onCompletion();
            }

            /** Receives what one attempt brings. */
            private final class Receiver extends GuardedStream.Attempt implements MultiSubscriber<T>, ContextSupport {
                Receiver() {
                    super(Call.this);
                }

                @Override
                public void onSubscribe(Flow.Subscription attempt) {
                    begun(n -> attempt.request(n), () -> attempt.cancel());
                }

                @Override
                public void onItem(T item) {
                    if (itemArrives()) {
                        subscriber.onItem(item);
                        itemPassed();
                    }
                }

                @Override
                public void onFailure(Throwable failure) {
                    failed(failure);
                }

                @Override
                public void onCompletion() {
                    completed();
                }

                @Override
                public Context context() {
                    if (subscriber instanceof ContextSupport) {
                        return ((ContextSupport) subscriber).context();
                    }
                    return Context.empty();
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
