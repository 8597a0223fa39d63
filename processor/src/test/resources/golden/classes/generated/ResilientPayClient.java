package shop;

import com.acme.pay.PayClient;
import com.acme.pay.PayException;
import com.acme.pay.PayOptions;
import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link PayClient} with the policies of {@link PayPolicy}. It does not extend the class.
 * Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
 *       5xx.
 *   <li>{@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
 *       than 5 min; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to 5 min
 * 30 s while calls are held back.
 *
 * <p>The context may override these values.
 *
 * @param <K> as in the class
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "deprecation"})
public final class ResilientPayClient<K extends Comparable<K>> implements Payments<K> {
    private static final Answers ANSWERS = new Answers();

    private final PayClient<K> delegate;
    private final SyncGuard charge;
    private final SyncGuard refund;
    private final SyncGuard list;
    private final AsyncGuard chargeAsync;
    private final SyncGuard purge;
    private final SyncGuard connect;

    /** Creates a client with the default context. */
    public ResilientPayClient(PayClient<K> delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientPayClient(PayClient<K> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientPayClient(Builder<K> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "shop.PayPolicy");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create().name("PayPolicy").build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("PayPolicy").build(setup, builder.circuitBreaker);
        ExponentialBackoff refundBackoff = BackoffSetup.create()
                .maxAttempts(1)
                .build(setup, "refund", builder.refundBackoff);
        GuardSetup guards = GuardSetup.of("PayClient")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(PayException.class, ANSWERS);
        this.charge = guards.method("PayPolicy.charge").sync(setup);
        this.refund = guards.method("PayPolicy.refund").backoff(refundBackoff).sync(setup);
        this.list = guards.method("PayPolicy.list").sync(setup);
        this.chargeAsync = guards.method("PayPolicy.chargeAsync").async(setup);
        this.purge = guards.method("PayPolicy.purge").sync(setup);
        this.connect = guards.method("PayPolicy.connect").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Creates a client with the policies of another. */
    private ResilientPayClient(PayClient<K> delegate, ResilientPayClient<K> other) {
        this.delegate = delegate;
        this.charge = other.charge;
        this.refund = other.refund;
        this.list = other.list;
        this.chargeAsync = other.chargeAsync;
        this.purge = other.purge;
        this.connect = other.connect;
    }

    /** Returns a builder for a client with policies of your own. */
    public static <K extends Comparable<K>> Builder<K> builder(PayClient<K> delegate) {
        return new Builder<>(delegate);
    }

    @Override
    public String charge(K account, long amount) throws PayException {
        Permit permit = charge.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.charge(account, amount);
                charge.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = charge.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public String charge(K account) throws PayException {
        Permit permit = charge.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.charge(account);
                charge.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = charge.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Its own {@code @Backoff}: 1 attempt, no retry.
     *
     * <p>An attempt waits up to 5 min 30 s while calls are held back.
     */
    @Override
    public void refund(K account, String... charges) throws PayException {
        Permit permit = refund.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.refund(account, charges);
                refund.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = refund.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public <T extends Comparable<T>> List<T> list(Class<? extends T> as, K[] accounts) throws PayException {
        Permit permit = list.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                List<T> result = delegate.<T>list(as, accounts);
                list.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = list.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public CompletableFuture<String> chargeAsync(K account) {
        Permit permit = chargeAsync.begin();
        CompletableFuture<String> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.chargeAsync(account);
                if (chargeAsync.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return chargeAsync.follow(permit, first, failure, () -> delegate.chargeAsync(account));
    }

    @Override
    @Deprecated
    public void purge() throws PayException {
        Permit permit = purge.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.purge();
                purge.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = purge.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Not protected. */
    @Override
    public Iterator<String> events() {
        return delegate.events();
    }

    @Override
    public ResilientPayClient<K> connect(String region) throws PayException {
        Permit permit = connect.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                PayClient<K> result = delegate.connect(region);
                connect.succeeded(permit);
                return result == null ? null : wrap(result);
            } catch (Throwable failure) {
                permit = connect.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Not protected, but what it returns is. */
    @Override
    public ResilientPayClient<K> withDeadlineAfter(long duration, TimeUnit unit) {
        PayClient<K> result = delegate.withDeadlineAfter(duration, unit);
        return result == null ? null : wrap(result);
    }

    /** Not protected. */
    @Override
    public PayOptions getOptions() {
        return delegate.getOptions();
    }

    /** Not protected. */
    @Override
    public void close() {
        delegate.close();
    }

    @Override
    public String toString() {
        return "ResilientPayClient of ".concat(String.valueOf(delegate));
    }

    private ResilientPayClient<K> wrap(PayClient<K> client) {
        return client == delegate ? this : new ResilientPayClient<>(client, this);
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<PayException> {
        @Override
        public int status(PayException answer) {
            return answer.getCode();
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder<K extends Comparable<K>> {
        private final PayClient<K> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff refundBackoff;

        private Builder(PayClient<K> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder<K> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code PayPolicy}. */
        public Builder<K> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code PayPolicy}. */
        public Builder<K> rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code PayPolicy}. */
        public Builder<K> circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code PayPolicy.refund}. */
        public Builder<K> refundBackoff(ExponentialBackoff refundBackoff) {
            this.refundBackoff = Objects.requireNonNull(refundBackoff, "refundBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientPayClient<K> build() {
            return new ResilientPayClient<>(this);
        }
    }
}
