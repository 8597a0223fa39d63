package shop;

import com.acme.blob.BlobClient;
import com.acme.blob.BlobException;
import com.acme.blob.BlobUtilities;
import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
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
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.generated.TimeLimitSetup;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link BlobClient} with the policies of {@link BlobPolicy}. Thread-safe if the delegate is.
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
 * @param <K> as in the interface
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
@SuppressWarnings({"all", "deprecation"})
public final class ResilientBlobClient<K extends Comparable<K>> implements BlobClient<K> {
    private static final Answers ANSWERS = new Answers();

    private final BlobClient<K> delegate;
    private final SyncGuard getK;
    private final SyncGuard getKString;
    private final SyncGuard put;
    private final SyncGuard list;
    private final AsyncGuard getAsync;
    private final SyncGuard purge;

    /** Creates a client with the default context. */
    public ResilientBlobClient(BlobClient<K> delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientBlobClient(BlobClient<K> delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientBlobClient(Builder<K> builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "shop.BlobPolicy");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create().name("BlobPolicy").build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("BlobPolicy").build(setup, builder.circuitBreaker);
        TimeLimiter getKStringTimeout = TimeLimitSetup.create()
                .limitNanos(5_000_000_000L) // 5 s
                .build(setup, "get", builder.getKStringTimeout);
        ExponentialBackoff putBackoff = BackoffSetup.create().maxAttempts(1).build(setup, "put", builder.putBackoff);
        GuardSetup guards = GuardSetup.of("BlobClient")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .failure(BlobException.class, ANSWERS);
        this.getK = guards.method("BlobPolicy.get(K)").sync(setup);
        this.getKString = guards.method("BlobPolicy.get(K,String)").timeout(getKStringTimeout).sync(setup);
        this.put = guards.method("BlobPolicy.put").backoff(putBackoff).sync(setup);
        this.list = guards.method("BlobPolicy.list").sync(setup);
        this.getAsync = GuardSetup.of("BlobPolicy.getAsync")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        this.purge = guards.method("BlobPolicy.purge").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static <K extends Comparable<K>> Builder<K> builder(BlobClient<K> delegate) {
        return new Builder<>(delegate);
    }

    @Override
    public byte[] get(K key) throws BlobException {
        Permit permit = getK.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] result = delegate.get(key);
                getK.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = getK.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Also {@code @Timeout}: cuts each attempt after 5 s.
     *
     * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to
     * 5 min 30 s while calls are held back. Each attempt is cut after 5 s. With all waits a call takes at most 27 min
     * 45 s, unless a hold is extended.
     */
    @Override
    public byte[] get(K key, String version) throws BlobException {
        Permit permit = getKString.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                byte[] result = delegate.get(key, version);
                getKString.succeeded(permit, result);
                return result;
            } catch (Throwable failure) {
                permit = getKString.failed(permit, attempt, failure);
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
    public void put(K key, byte... content) throws BlobException {
        Permit permit = put.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.put(key, content);
                put.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = put.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public <T extends Comparable<T>> List<T> list(Class<? extends T> as) throws BlobException {
        Permit permit = list.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                List<T> result = delegate.<T>list(as);
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

    /** A call waits at most 3 s between attempts. An attempt waits up to 5 min 30 s while calls are held back. */
    @Override
    public CompletableFuture<byte[]> getAsync(K key) {
        Permit permit = getAsync.begin();
        CompletableFuture<byte[]> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.getAsync(key);
                if (getAsync.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return getAsync.follow(permit, first, failure, () -> delegate.getAsync(key));
    }

    @Override
    @Deprecated
    public void purge() throws BlobException {
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
    public BlobUtilities utilities() {
        return delegate.utilities();
    }

    /** Not protected. */
    @Override
    public BlobClient<K> inRegion(String region) {
        BlobClient<K> result = delegate.inRegion(region);
        return result == delegate ? this : result;
    }

    /** Not protected. */
    @Override
    public String serviceName() {
        return delegate.serviceName();
    }

    /** Not protected. */
    @Override
    public void close() {
        delegate.close();
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<BlobException> {
        @Override
        public int status(BlobException answer) {
            return answer.statusCode();
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder<K extends Comparable<K>> {
        private final BlobClient<K> delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;
        private TimeLimiter getKStringTimeout;
        private ExponentialBackoff putBackoff;

        private Builder(BlobClient<K> delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder<K> holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code BlobPolicy}. */
        public Builder<K> backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code BlobPolicy}. */
        public Builder<K> rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code BlobPolicy}. */
        public Builder<K> circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code BlobPolicy.get}. */
        public Builder<K> getKStringTimeout(TimeLimiter getKStringTimeout) {
            this.getKStringTimeout = Objects.requireNonNull(getKStringTimeout, "getKStringTimeout");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code BlobPolicy.put}. */
        public Builder<K> putBackoff(ExponentialBackoff putBackoff) {
            this.putBackoff = Objects.requireNonNull(putBackoff, "putBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientBlobClient<K> build() {
            return new ResilientBlobClient<>(this);
        }
    }
}
