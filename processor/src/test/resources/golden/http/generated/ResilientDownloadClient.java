package golden.http;

import dev.holdfast.annotations.BeyondMaxDelay;
import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link DownloadClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
 *       status 408, 5xx.
 *   <li>{@code @RateLimited}: on status 429, and on 503 if the answer names a wait, waits for Retry-After, or
 *       without one 10 s; waits at most 1 min 30 s; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 15 s between attempts, or 6 min 36 s if every answer is rate-limited. An attempt waits up to
 * 1 min 39 s while calls are held back.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientDownloadClient implements DownloadClient {
    private static final Answers ANSWERS = new Answers();

    private final DownloadClient delegate;
    private final SyncGuard text;
    private final SyncGuard stream;
    private final SyncGuard send;
    private final SyncGuard ping;

    /** Creates a client with the default context. */
    public ResilientDownloadClient(DownloadClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientDownloadClient(DownloadClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientDownloadClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.http.DownloadClient");
        ExponentialBackoff backoff = BackoffSetup.create().build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create()
                .name("DownloadClient")
                .defaultDelayNanos(10_000_000_000L) // 10 s
                .maxDelayNanos(90_000_000_000L) // 1 min 30 s
                .beyondMaxDelay(BeyondMaxDelay.CLAMP)
                .statuses(429, 503)
                .build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("DownloadClient")
                .build(setup, builder.circuitBreaker);
        GuardSetup guards = GuardSetup.of("DownloadClient")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker);
        this.text = guards.method("DownloadClient.text").discards().result(ANSWERS).interruptible().sync(setup);
        this.stream = guards.method("DownloadClient.stream").discards().result(ANSWERS).interruptible().sync(setup);
        this.send = guards.method("DownloadClient.send").discards().result(ANSWERS).interruptible().sync(setup);
        this.ping = guards.method("DownloadClient.ping").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(DownloadClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public HttpResponse<String> text(HttpRequest request) throws IOException, InterruptedException {
        Permit permit = text.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<String> result;
            int status;
            try {
                result = delegate.text(request);
                status = text.status(ANSWERS, result);
                if (text.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = text.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = text.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public HttpResponse<InputStream> stream(HttpRequest request) throws IOException, InterruptedException {
        Permit permit = stream.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<InputStream> result;
            int status;
            try {
                result = delegate.stream(request);
                status = stream.status(ANSWERS, result);
                if (stream.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = stream.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = stream.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler)
            throws IOException, InterruptedException {
        Permit permit = send.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<T> result;
            int status;
            try {
                result = delegate.<T>send(request, handler);
                status = send.status(ANSWERS, result);
                if (send.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = send.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = send.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    /** A call waits at most 15 s between attempts. An attempt waits up to 1 min 39 s while calls are held back. */
    @Override
    public void ping() {
        Permit permit = ping.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.ping();
                ping.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = ping.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
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
        private final DownloadClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;

        private Builder(DownloadClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code DownloadClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code DownloadClient}. */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code DownloadClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientDownloadClient build() {
            return new ResilientDownloadClient(this);
        }
    }
}
