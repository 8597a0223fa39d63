package golden.clients;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.ClientAnswers;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import java.io.InputStream;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link AnyClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries Exception and status 408,
 *       5xx.
 *   <li>{@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
 *       than 5 min; holds back all calls meanwhile.
 * </ul>
 *
 * <p>A call waits at most 3 s between attempts, or 11 min if every answer is rate-limited. An attempt waits up to 5 min
 * 30 s while calls are held back.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientAnyClient implements AnyClient {
    private static final Answers ANSWERS = new Answers();

    private final AnyClient delegate;
    private final SyncGuard closeable;
    private final SyncGuard typed;
    private final SyncGuard entity;
    private final SyncGuard rest;
    private final SyncGuard header;
    private final SyncGuard named;
    private final SyncGuard order;
    private final SyncGuard dated;

    /** Creates a client with the default context. */
    public ResilientAnyClient(AnyClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientAnyClient(AnyClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientAnyClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.clients.AnyClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create().name("AnyClient").build(setup, builder.rateLimiter);
        GuardSetup guards = GuardSetup.of("AnyClient")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .failure(Library.TypedException.class, ANSWERS)
                .failure(StatusRuntimeException.class, ANSWERS);
        this.closeable = guards.method("AnyClient.closeable").result(ANSWERS).sync(setup);
        this.typed = guards.method("AnyClient.typed").discards().result(ANSWERS).sync(setup);
        this.entity = guards.method("AnyClient.entity").discards().result(ANSWERS).sync(setup);
        this.rest = guards.method("AnyClient.rest")
                .discards()
                .result(ANSWERS)
                .failure(Library.RestException.class, ANSWERS)
                .sync(setup);
        this.header = guards.method("AnyClient.header").result(ANSWERS).sync(setup);
        this.named = guards.method("AnyClient.named").result(ANSWERS).sync(setup);
        this.order = guards.method("AnyClient.order")
                .failure(Library.StatusException.class, ANSWERS)
                .failure(Library.ServiceException.class, ANSWERS)
                .sync(setup);
        this.dated = guards.method("AnyClient.dated")
                .failure(Library.DatedException.class, ANSWERS)
                .failure(Library.PatientException.class, ANSWERS)
                .failure(Library.PunctualException.class, ANSWERS)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(AnyClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Library.CloseableResponse closeable() {
        Permit permit = closeable.begin();
        for (int attempt = 1; ; attempt++) {
            Library.CloseableResponse result;
            int status;
            try {
                result = delegate.closeable();
                status = closeable.status(ANSWERS, result);
                if (closeable.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = closeable.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = closeable.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public Library.TypedResponse<String> typed() {
        Permit permit = typed.begin();
        for (int attempt = 1; ; attempt++) {
            Library.TypedResponse<String> result;
            int status;
            try {
                result = delegate.typed();
                status = typed.status(ANSWERS, result);
                if (typed.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = typed.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = typed.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public Library.Entity<InputStream> entity() {
        Permit permit = entity.begin();
        for (int attempt = 1; ; attempt++) {
            Library.Entity<InputStream> result;
            int status;
            try {
                result = delegate.entity();
                status = entity.status(ANSWERS, result);
                if (entity.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = entity.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = entity.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public Library.RestResponse rest() throws Library.RestException {
        Permit permit = rest.begin();
        for (int attempt = 1; ; attempt++) {
            Library.RestResponse result;
            int status;
            try {
                result = delegate.rest();
                status = rest.status(ANSWERS, result);
                if (rest.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = rest.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = rest.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public <R extends Library.HeaderResponse> R header() {
        Permit permit = header.begin();
        for (int attempt = 1; ; attempt++) {
            R result;
            int status;
            try {
                result = delegate.<R>header();
                status = header.status(ANSWERS, result);
                if (header.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = header.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = header.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public Library.NamedResponse named() {
        Permit permit = named.begin();
        for (int attempt = 1; ; attempt++) {
            Library.NamedResponse result;
            int status;
            try {
                result = delegate.named();
                status = named.status(ANSWERS, result);
                if (named.accepts(permit, status, result, ANSWERS)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = named.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = named.refused(permit, attempt, status, result);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public Library.Order order() throws Library.StatusException, Library.RetryableException, Library.ServiceException {
        Permit permit = order.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                Library.Order result = delegate.order();
                order.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = order.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public void dated() throws Library.DatedException, Library.PatientException, Library.PunctualException {
        Permit permit = dated.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.dated();
                dated.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = dated.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<Object> {
        @Override
        public int status(Object object) {
            if (object instanceof Library.TypedException) {
                Library.TypedException answer = (Library.TypedException) object;
                return answer.code();
            }
            if (object instanceof StatusRuntimeException) {
                StatusRuntimeException answer = (StatusRuntimeException) object;
                return ClientAnswers.httpStatus(answer.getStatus().getCode().value());
            }
            if (object instanceof Library.CloseableResponse) {
                Library.CloseableResponse answer = (Library.CloseableResponse) object;
                return answer.code();
            }
            if (object instanceof Library.TypedResponse<?>) {
                Library.TypedResponse<?> answer = (Library.TypedResponse<?>) object;
                return answer.code();
            }
            if (object instanceof Library.Entity<?>) {
                Library.Entity<?> answer = (Library.Entity<?>) object;
                var statusCode = answer.getStatusCode();
                return statusCode == null ? NO_STATUS : statusCode.value();
            }
            if (object instanceof Library.RestException) {
                Library.RestException answer = (Library.RestException) object;
                var response = answer.getResponse();
                return response == null ? NO_STATUS : response.getStatus();
            }
            if (object instanceof Library.RestResponse) {
                Library.RestResponse answer = (Library.RestResponse) object;
                return answer.getStatus();
            }
            if (object instanceof Library.HeaderResponse) {
                Library.HeaderResponse answer = (Library.HeaderResponse) object;
                return answer.getCode();
            }
            if (object instanceof Library.NamedResponse) {
                Library.NamedResponse answer = (Library.NamedResponse) object;
                var status = answer.status();
                return status == null ? NO_STATUS : status.code();
            }
            if (object instanceof Library.RetryableException) {
                Library.RetryableException answer = (Library.RetryableException) object;
                return answer.status();
            }
            if (object instanceof Library.StatusException) {
                Library.StatusException answer = (Library.StatusException) object;
                return answer.status();
            }
            if (object instanceof Library.ServiceException) {
                Library.ServiceException answer = (Library.ServiceException) object;
                if (answer.isThrottlingException() && answer.statusCode() < 500) {
                    return 429;
                }
                return answer.statusCode();
            }
            if (object instanceof Library.DatedException) {
                Library.DatedException answer = (Library.DatedException) object;
                var statusCode = answer.getStatusCode();
                return statusCode == null ? NO_STATUS : statusCode;
            }
            if (object instanceof Library.PatientException) {
                Library.PatientException answer = (Library.PatientException) object;
                return answer.getStatus();
            }
            if (object instanceof Library.PunctualException) {
                Library.PunctualException answer = (Library.PunctualException) object;
                return answer.getStatus();
            }
            return NO_STATUS;
        }

        @Override
        public String header(Object object, String name) {
            if (object instanceof Library.TypedException) {
                Library.TypedException answer = (Library.TypedException) object;
                var response = answer.response();
                if (response == null) {
                    return null;
                }
                var headers = response.headers();
                return headers == null ? null : headers.get(name);
            }
            if (object instanceof StatusRuntimeException) {
                StatusRuntimeException answer = (StatusRuntimeException) object;
                var trailers = answer.getTrailers();
                return trailers == null ? null : trailers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
            }
            if (object instanceof Library.CloseableResponse) {
                Library.CloseableResponse answer = (Library.CloseableResponse) object;
                return answer.header(name);
            }
            if (object instanceof Library.TypedResponse<?>) {
                Library.TypedResponse<?> answer = (Library.TypedResponse<?>) object;
                var headers = answer.headers();
                return headers == null ? null : headers.get(name);
            }
            if (object instanceof Library.Entity<?>) {
                Library.Entity<?> answer = (Library.Entity<?>) object;
                var headers = answer.getHeaders();
                return headers == null ? null : headers.getFirst(name);
            }
            if (object instanceof Library.RestException) {
                Library.RestException answer = (Library.RestException) object;
                var response = answer.getResponse();
                return response == null ? null : response.getHeaderString(name);
            }
            if (object instanceof Library.RestResponse) {
                Library.RestResponse answer = (Library.RestResponse) object;
                return answer.getHeaderString(name);
            }
            if (object instanceof Library.HeaderResponse) {
                Library.HeaderResponse answer = (Library.HeaderResponse) object;
                var firstHeader = answer.getFirstHeader(name);
                return firstHeader == null ? null : firstHeader.getValue();
            }
            if (object instanceof Library.NamedResponse) {
                Library.NamedResponse answer = (Library.NamedResponse) object;
                var headers = answer.headers();
                return headers == null ? null : headers.first(Library.Keys.create(name)).orElse(null);
            }
            if (object instanceof Library.RetryableException) {
                Library.RetryableException answer = (Library.RetryableException) object;
                return ClientAnswers.header(answer.responseHeaders(), name);
            }
            if (object instanceof Library.StatusException) {
                Library.StatusException answer = (Library.StatusException) object;
                return ClientAnswers.header(answer.responseHeaders(), name);
            }
            if (object instanceof Library.ServiceException) {
                Library.ServiceException answer = (Library.ServiceException) object;
                var awsErrorDetails = answer.awsErrorDetails();
                if (awsErrorDetails == null) {
                    return null;
                }
                var sdkHttpResponse = awsErrorDetails.sdkHttpResponse();
                return sdkHttpResponse == null ? null : sdkHttpResponse.firstMatchingHeader(name).orElse(null);
            }
            return null;
        }

        @Override
        public void discard(Object object) throws Exception {
            if (object instanceof Library.TypedException) {
                Library.TypedException answer = (Library.TypedException) object;
                var response = answer.response();
                if (response == null) {
                    return;
                }
                var errorBody = response.errorBody();
                Object body = response.body();
                if (errorBody != null) {
                    errorBody.close();
                }
                if (body instanceof AutoCloseable) {
                    ((AutoCloseable) body).close();
                }
                return;
            }
            if (object instanceof Library.TypedResponse<?>) {
                Library.TypedResponse<?> answer = (Library.TypedResponse<?>) object;
                var errorBody = answer.errorBody();
                Object body = answer.body();
                if (errorBody != null) {
                    errorBody.close();
                }
                if (body instanceof AutoCloseable) {
                    ((AutoCloseable) body).close();
                }
                return;
            }
            if (object instanceof Library.Entity<?>) {
                Library.Entity<?> answer = (Library.Entity<?>) object;
                Object body = answer.getBody();
                if (body instanceof AutoCloseable) {
                    ((AutoCloseable) body).close();
                }
                return;
            }
            if (object instanceof Library.RestException) {
                Library.RestException answer = (Library.RestException) object;
                var response = answer.getResponse();
                if (response != null) {
                    response.close();
                }
                return;
            }
            if (object instanceof Library.RestResponse) {
                Library.RestResponse answer = (Library.RestResponse) object;
                answer.close();
                return;
            }
            RateLimitHint.super.discard(object);
        }

        @Override
        public long retryDelayNanos(Object object, long nowEpochMillis) {
            if (object instanceof StatusRuntimeException) {
                StatusRuntimeException answer = (StatusRuntimeException) object;
                var trailers = answer.getTrailers();
                if (trailers == null) {
                    return NO_DELAY;
                }
                Metadata.Key<byte[]> key = Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
                return ClientAnswers.retryInfoNanos(trailers.get(key));
            }
            if (object instanceof Library.RetryableException) {
                Library.RetryableException answer = (Library.RetryableException) object;
                var retryAfter = answer.retryAfter();
                return retryAfter == null ? NO_DELAY : ClientAnswers.retryDelayNanos(retryAfter, nowEpochMillis);
            }
            if (object instanceof Library.DatedException) {
                Library.DatedException answer = (Library.DatedException) object;
                var retryAfter = answer.getRetryAfter();
                return retryAfter == null ? NO_DELAY : ClientAnswers.nanosUntil(retryAfter.getTime(), nowEpochMillis);
            }
            if (object instanceof Library.PatientException) {
                Library.PatientException answer = (Library.PatientException) object;
                var retryAfter = answer.getRetryAfter().orElse(null);
                return retryAfter == null ? NO_DELAY : retryAfter.toNanos();
            }
            if (object instanceof Library.PunctualException) {
                Library.PunctualException answer = (Library.PunctualException) object;
                var retryAfter = answer.getRetryAfter();
                return retryAfter == null ? NO_DELAY : ClientAnswers.nanosUntil(retryAfter.toEpochMilli(), nowEpochMillis);
            }
            return NO_DELAY;
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final AnyClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;

        private Builder(AnyClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code AnyClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code AnyClient}. */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Builds the client. */
        public ResilientAnyClient build() {
            return new ResilientAnyClient(this);
        }
    }
}
