package golden.reactor;

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
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import reactor.core.publisher.Mono;

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
        this.user = GuardSetup.of("UserClient.user").backoff(backoff).circuitBreaker(circuitBreaker).async(setup);
        this.raw = GuardSetup.of("UserClient.raw")
                .backoff(backoff)
                .rateLimiter(rawRateLimiter)
                .circuitBreaker(circuitBreaker)
                .timeout(rawTimeout)
                .discards()
                .result(ANSWERS)
                .async(setup);
        this.name = GuardSetup.of("UserClient.name")
                .fallback(nameFallbackRule)
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .bulkhead(nameBulkhead)
                .async(setup);
        this.ids = GuardSetup.of("UserClient.ids")
                .fallback(idsFallbackRule, IOException.class, IllegalStateException.class)
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .async(setup);
        this.list = GuardSetup.of("UserClient.list")
                .backoff(listBackoff)
                .circuitBreaker(circuitBreaker)
                .retryResult(EMPTY)
                .async(setup);
        this.guard = GuardSetup.of("UserClient.guard").backoff(backoff).circuitBreaker(circuitBreaker).async(setup);
        this.now = GuardSetup.of("UserClient.now").backoff(backoff).circuitBreaker(circuitBreaker).sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(UserClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Mono<String> user(String login) {
        return Mono.deferContextual(context -> Mono.fromFuture(user.call(
                () -> delegate.user(login).contextWrite(context).toFuture())));
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
        return Mono.deferContextual(context_ -> Mono.fromFuture(raw.call(
                () -> delegate.raw(context, reason).contextWrite(context_).toFuture())));
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
        return Mono.deferContextual(context -> Mono.fromFuture(name.call(
                () -> delegate.name(login).contextWrite(context).toFuture(),
                reason -> {
                    name.letGo(reason);
                    return nobody(login).contextWrite(context).toFuture();
                })));
    }

    /** Also {@code @Fallback}: cached answers if a call fails with Exception. */
    @Override
    public Mono<? extends List<? super Integer>> ids(String... logins) {
        return Mono.deferContextual(context -> Mono.fromFuture(ids.call(
                () -> delegate.ids(logins).contextWrite(context).toFuture(),
                reason -> {
                    if (reason instanceof IOException) {
                        return cached(logins, (IOException) reason).contextWrite(context).toFuture();
                    }
                    return cached(logins, (IllegalStateException) reason).contextWrite(context).toFuture();
                })));
    }

    /**
     * Its own {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
     * status 408, 5xx.
     *
     * <p>A call waits at most 15 s between attempts.
     */
    @Override
    public <T extends List<?>> Mono<T> list(Class<T> type) {
        return Mono.deferContextual(context -> Mono.fromFuture(list.call(
                () -> delegate.<T>list(type).contextWrite(context).toFuture())));
    }

    @Override
    public Mono<Void> guard(String user) {
        return Mono.deferContextual(context -> Mono.fromFuture(guard.call(
                () -> delegate.guard(user).contextWrite(context).toFuture())));
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
