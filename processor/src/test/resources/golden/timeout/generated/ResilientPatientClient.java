package com.acme;

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
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link PatientClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has this policy, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Timeout}: cuts the first attempt after 10 s, each further one 5 s later.
 * </ul>
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientPatientClient implements PatientClient {
    private static final Answers ANSWERS = new Answers();

    private final PatientClient delegate;
    private final SyncGuard download;
    private final SyncGuard ping;
    private final SyncGuard open;
    private final SyncGuard count;
    private final AsyncGuard later;

    /** Creates a client with the default context. */
    public ResilientPatientClient(PatientClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientPatientClient(PatientClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientPatientClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "com.acme.PatientClient");
        TimeLimiter timeout = TimeLimitSetup.create()
                .limitNanos(10_000_000_000L) // 10 s
                .incrementNanos(5_000_000_000L) // 5 s
                .build(setup, builder.timeout);
        ExponentialBackoff downloadBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .build(setup, "download", builder.downloadBackoff);
        ExponentialBackoff pingBackoff = BackoffSetup.create()
                .maxAttempts(3)
                .deadlineNanos(30_000_000_000L) // 30 s
                .build(setup, "ping", builder.pingBackoff);
        CircuitBreaker pingCircuitBreaker = BreakerSetup.create()
                .name("PatientClient.ping")
                .build(setup, "ping", builder.pingCircuitBreaker);
        TimeLimiter openTimeout = TimeLimitSetup.create()
                .limitNanos(500_000_000L) // 500 ms
                .build(setup, "open", builder.openTimeout);
        TimeLimiter countTimeout = TimeLimitSetup.create()
                .limitNanos(2_000_000_000L) // 2 s
                .build(setup, "count", builder.countTimeout);
        RateLimiter laterRateLimiter = LimiterSetup.create()
                .name("PatientClient.later")
                .build(setup, "later", builder.laterRateLimiter);
        this.download = GuardSetup.of("PatientClient.download")
                .backoff(downloadBackoff)
                .timeout(timeout)
                .discards()
                .result(ANSWERS)
                .interruptible()
                .sync(setup);
        this.ping = GuardSetup.of("PatientClient.ping")
                .backoff(pingBackoff)
                .circuitBreaker(pingCircuitBreaker)
                .timeout(timeout)
                .sync(setup);
        this.open = GuardSetup.of("PatientClient.open").timeout(openTimeout).sync(setup);
        this.count = GuardSetup.of("PatientClient.count").timeout(countTimeout).sync(setup);
        this.later = GuardSetup.of("PatientClient.later")
                .rateLimiter(laterRateLimiter)
                .timeout(timeout)
                .discards()
                .result(ANSWERS)
                .async(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(PatientClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Also {@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
     * 5xx.
     *
     * <p>A call waits at most 3 s between attempts, or 2 min 12 s if every answer names a wait. Attempts are cut after
     * 10 s, 15 s, 20 s. With all waits a call takes at most 2 min 57 s.
     */
    @Override
    public HttpResponse<InputStream> download(String path) throws IOException, InterruptedException {
        Permit permit = download.begin();
        for (int attempt = 1; ; attempt++) {
            HttpResponse<InputStream> result;
            int status;
            try {
                result = delegate.download(path);
                status = download.status(ANSWERS, result);
                if (download.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = download.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = download.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Differs from the class:
     *
     * <ul>
     *   <li>also {@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and
     *       status 408, 5xx; deadline of 30 s.
     *   <li>also {@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects
     *       calls for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>A call waits at most 3 s between attempts. Attempts are cut after 10 s, 15 s, 20 s. With all waits a call
     * takes at most 30 s.
     */
    @Override
    public void ping() throws IOException {
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

    /** Its own {@code @Timeout}: cuts each attempt after 500 ms. */
    @Override
    public InputStream open(String path) {
        Permit permit = open.begin();
        try {
            InputStream result = delegate.open(path);
            open.succeeded(permit, result);
            return result;
        } catch (Throwable failure) {
            open.failed(permit, 1, failure);
            throw failure;
        }
    }

    /** Its own {@code @Timeout}: cuts each attempt after 2 s. */
    @Override
    public int count() {
        Permit permit = count.begin();
        try {
            int result = delegate.count();
            count.succeeded(permit);
            return result;
        } catch (Throwable failure) {
            count.failed(permit, 1, failure);
            throw failure;
        }
    }

    /**
     * Also {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
     * than 5 min; holds back all calls meanwhile.
     *
     * <p>A call waits at most 22 min between attempts if every answer is rate-limited. An attempt waits up to 5 min
     * 30 s while calls are held back. Attempts are cut after 10 s, 15 s, 20 s, 25 s, 30 s. With all waits a call takes
     * at most 51 min 10 s, unless a hold is extended.
     */
    @Override
    public CompletableFuture<HttpResponse<String>> later(String path) {
        Permit permit = later.begin();
        CompletableFuture<HttpResponse<String>> first = null;
        Throwable failure = null;
        if (permit != null) {
            try {
                first = delegate.later(path);
                if (later.accepts(permit, first)) {
                    return first;
                }
            } catch (Throwable thrown) {
                failure = thrown;
            }
        }
        return later.follow(permit, first, failure, () -> delegate.later(path));
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
        private final PatientClient delegate;
        private Holdfast holdfast;
        private TimeLimiter timeout;
        private ExponentialBackoff downloadBackoff;
        private ExponentialBackoff pingBackoff;
        private CircuitBreaker pingCircuitBreaker;
        private TimeLimiter openTimeout;
        private TimeLimiter countTimeout;
        private RateLimiter laterRateLimiter;

        private Builder(PatientClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code PatientClient}. */
        public Builder timeout(TimeLimiter timeout) {
            this.timeout = Objects.requireNonNull(timeout, "timeout");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code PatientClient.download}. */
        public Builder downloadBackoff(ExponentialBackoff downloadBackoff) {
            this.downloadBackoff = Objects.requireNonNull(downloadBackoff, "downloadBackoff");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code PatientClient.ping}. */
        public Builder pingBackoff(ExponentialBackoff pingBackoff) {
            this.pingBackoff = Objects.requireNonNull(pingBackoff, "pingBackoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code PatientClient.ping}. */
        public Builder pingCircuitBreaker(CircuitBreaker pingCircuitBreaker) {
            this.pingCircuitBreaker = Objects.requireNonNull(pingCircuitBreaker, "pingCircuitBreaker");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code PatientClient.open}. */
        public Builder openTimeout(TimeLimiter openTimeout) {
            this.openTimeout = Objects.requireNonNull(openTimeout, "openTimeout");
            return this;
        }

        /** Replaces {@code @Timeout} on {@code PatientClient.count}. */
        public Builder countTimeout(TimeLimiter countTimeout) {
            this.countTimeout = Objects.requireNonNull(countTimeout, "countTimeout");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code PatientClient.later}. */
        public Builder laterRateLimiter(RateLimiter laterRateLimiter) {
            this.laterRateLimiter = Objects.requireNonNull(laterRateLimiter, "laterRateLimiter");
            return this;
        }

        /** Builds the client. */
        public ResilientPatientClient build() {
            return new ResilientPatientClient(this);
        }
    }
}
