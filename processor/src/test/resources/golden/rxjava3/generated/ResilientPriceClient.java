package golden.rxjava3;

import dev.holdfast.annotations.HoldfastGenerated;
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
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link PriceClient}. Thread-safe if the delegate is.
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
public final class ResilientPriceClient implements PriceClient {
    private final PriceClient delegate;
    private final AsyncGuard price;
    private final AsyncGuard list;
    private final AsyncGuard answered;
    private final AsyncGuard name;
    private final AsyncGuard send;

    /** Creates a client with the default context. */
    public ResilientPriceClient(PriceClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientPriceClient(PriceClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientPriceClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.rxjava3.PriceClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("PriceClient").build(setup, builder.circuitBreaker);
        FallbackRule answeredFallbackRule = FallbackSetup.create().build(setup, "answered");
        GuardSetup guards = GuardSetup.of("PriceClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.price = guards.method("PriceClient.price").async(setup);
        this.list = guards.method("PriceClient.list").async(setup);
        this.answered = guards.method("PriceClient.answered").fallback(answeredFallbackRule).async(setup);
        this.name = guards.method("PriceClient.name").async(setup);
        this.send = guards.method("PriceClient.send").async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(PriceClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Single<Integer> price(String call, int value) {
        return Single.using(
                () -> price.call(
                        () -> delegate.price(call, value).toCompletionStage()),
                call_ -> Single.fromCompletionStage(call_),
                call_ -> call_.cancel(true));
    }

    @Override
    public <T extends List<?>> Single<? extends T> list(Class<T> type) {
        return Single.using(
                () -> list.call(
                        () -> delegate.<T>list(type).toCompletionStage()),
                call -> Single.fromCompletionStage(call),
                call -> call.cancel(true));
    }

    /** Also {@code @Fallback}: nothing answers if a call fails with Exception. */
    @Override
    public Single<Integer> answered(String name) {
        return Single.using(() -> answered.call(() -> delegate.answered(name).toCompletionStage(), reason -> {
                            answered.letGo(reason);
                            return nothing(name).toCompletionStage();
                        }),
                call -> Single.fromCompletionStage(call),
                call -> call.cancel(true));
    }

    @Override
    public Maybe<String> name(String emitter) {
        return Maybe.using(
                () -> name.call(
                        () -> delegate.name(emitter).toCompletionStage(null)),
                call -> Maybe.fromCompletionStage(call),
                call -> call.cancel(true));
    }

    @Override
    public Completable send(String failure) {
        return Completable.using(
                () -> send.call(
                        () -> delegate.send(failure).toCompletionStage(null)),
                call -> Completable.fromCompletionStage(call),
                call -> call.cancel(true));
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final PriceClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;

        private Builder(PriceClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code PriceClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code PriceClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientPriceClient build() {
            return new ResilientPriceClient(this);
        }
    }
}
