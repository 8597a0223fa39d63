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
    private static final LibraryTypedExceptionHint LIBRARY_TYPED_EXCEPTION_HINT = new LibraryTypedExceptionHint();
    private static final StatusRuntimeExceptionHint STATUS_RUNTIME_EXCEPTION_HINT = new StatusRuntimeExceptionHint();
    private static final LibraryCloseableResponseHint LIBRARY_CLOSEABLE_RESPONSE_HINT = new LibraryCloseableResponseHint();
    private static final LibraryTypedResponseHint LIBRARY_TYPED_RESPONSE_HINT = new LibraryTypedResponseHint();
    private static final LibraryEntityHint LIBRARY_ENTITY_HINT = new LibraryEntityHint();
    private static final LibraryRestExceptionHint LIBRARY_REST_EXCEPTION_HINT = new LibraryRestExceptionHint();
    private static final LibraryRestResponseHint LIBRARY_REST_RESPONSE_HINT = new LibraryRestResponseHint();
    private static final LibraryHeaderResponseHint LIBRARY_HEADER_RESPONSE_HINT = new LibraryHeaderResponseHint();
    private static final LibraryNamedResponseHint LIBRARY_NAMED_RESPONSE_HINT = new LibraryNamedResponseHint();
    private static final LibraryRetryableExceptionHint LIBRARY_RETRYABLE_EXCEPTION_HINT = new LibraryRetryableExceptionHint();
    private static final LibraryStatusExceptionHint LIBRARY_STATUS_EXCEPTION_HINT = new LibraryStatusExceptionHint();
    private static final LibraryServiceExceptionHint LIBRARY_SERVICE_EXCEPTION_HINT = new LibraryServiceExceptionHint();
    private static final LibraryDatedExceptionHint LIBRARY_DATED_EXCEPTION_HINT = new LibraryDatedExceptionHint();
    private static final LibraryPatientExceptionHint LIBRARY_PATIENT_EXCEPTION_HINT = new LibraryPatientExceptionHint();
    private static final LibraryPunctualExceptionHint LIBRARY_PUNCTUAL_EXCEPTION_HINT = new LibraryPunctualExceptionHint();

    private final AnyClient delegate;
    private final SyncGuard closeable;
    private final SyncGuard typed;
    private final SyncGuard entity;
    private final SyncGuard rest;
    private final SyncGuard header;
    private final SyncGuard named;
    private final SyncGuard order;
    private final SyncGuard dated;

    /**
     * Creates a client with the default context.
     *
     * @param delegate the client to protect
     */
    public ResilientAnyClient(AnyClient delegate) {
        this(builder(delegate));
    }

    /**
     * Creates a client.
     *
     * @param delegate the client to protect
     * @param holdfast the context to use
     */
    public ResilientAnyClient(AnyClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientAnyClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.clients.AnyClient");
        ExponentialBackoff backoff = BackoffSetup.create().maxAttempts(3).build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create().name("AnyClient").build(setup, builder.rateLimiter);
        this.closeable = GuardSetup.of("AnyClient.closeable")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .result(LIBRARY_CLOSEABLE_RESPONSE_HINT)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .sync(setup);
        this.typed = GuardSetup.of("AnyClient.typed")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .discards()
                .result(LIBRARY_TYPED_RESPONSE_HINT)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .sync(setup);
        this.entity = GuardSetup.of("AnyClient.entity")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .discards()
                .result(LIBRARY_ENTITY_HINT)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .sync(setup);
        this.rest = GuardSetup.of("AnyClient.rest")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .discards()
                .result(LIBRARY_REST_RESPONSE_HINT)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .failure(Library.RestException.class, LIBRARY_REST_EXCEPTION_HINT)
                .sync(setup);
        this.header = GuardSetup.of("AnyClient.header")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .result(LIBRARY_HEADER_RESPONSE_HINT)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .sync(setup);
        this.named = GuardSetup.of("AnyClient.named")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .result(LIBRARY_NAMED_RESPONSE_HINT)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .sync(setup);
        this.order = GuardSetup.of("AnyClient.order")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .failure(Library.RetryableException.class, LIBRARY_RETRYABLE_EXCEPTION_HINT)
                .failure(Library.StatusException.class, LIBRARY_STATUS_EXCEPTION_HINT)
                .failure(Library.ServiceException.class, LIBRARY_SERVICE_EXCEPTION_HINT)
                .sync(setup);
        this.dated = GuardSetup.of("AnyClient.dated")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .failure(Library.TypedException.class, LIBRARY_TYPED_EXCEPTION_HINT)
                .failure(StatusRuntimeException.class, STATUS_RUNTIME_EXCEPTION_HINT)
                .failure(Library.DatedException.class, LIBRARY_DATED_EXCEPTION_HINT)
                .failure(Library.PatientException.class, LIBRARY_PATIENT_EXCEPTION_HINT)
                .failure(Library.PunctualException.class, LIBRARY_PUNCTUAL_EXCEPTION_HINT)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Returns a builder for a client with custom policies.
     *
     * @param delegate the client to protect
     * @return a builder
     */
    public static Builder builder(AnyClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Library.CloseableResponse closeable() {
        Permit permit = closeable.begin();
        for (int attempt = 1; ; attempt++) {
            Library.CloseableResponse result;
            try {
                result = delegate.closeable();
                int status = closeable.status(LIBRARY_CLOSEABLE_RESPONSE_HINT, result);
                if (closeable.accepts(permit, status, result, LIBRARY_CLOSEABLE_RESPONSE_HINT)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = closeable.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = closeable.refused(permit, attempt, result);
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
            try {
                result = delegate.typed();
                int status = typed.status(LIBRARY_TYPED_RESPONSE_HINT, result);
                if (typed.accepts(permit, status, result, LIBRARY_TYPED_RESPONSE_HINT)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = typed.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = typed.refused(permit, attempt, result);
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
            try {
                result = delegate.entity();
                int status = entity.status(LIBRARY_ENTITY_HINT, result);
                if (entity.accepts(permit, status, result, LIBRARY_ENTITY_HINT)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = entity.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = entity.refused(permit, attempt, result);
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
            try {
                result = delegate.rest();
                int status = rest.status(LIBRARY_REST_RESPONSE_HINT, result);
                if (rest.accepts(permit, status, result, LIBRARY_REST_RESPONSE_HINT)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = rest.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = rest.refused(permit, attempt, result);
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
            try {
                result = delegate.<R>header();
                int status = header.status(LIBRARY_HEADER_RESPONSE_HINT, result);
                if (header.accepts(permit, status, result, LIBRARY_HEADER_RESPONSE_HINT)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = header.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = header.refused(permit, attempt, result);
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
            try {
                result = delegate.named();
                int status = named.status(LIBRARY_NAMED_RESPONSE_HINT, result);
                if (named.accepts(permit, status, result, LIBRARY_NAMED_RESPONSE_HINT)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = named.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = named.refused(permit, attempt, result);
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

    @HoldfastGenerated
    private static final class LibraryTypedExceptionHint implements RateLimitHint<Library.TypedException> {
        @Override
        public int status(Library.TypedException answer) {
            return answer.code();
        }

        @Override
        public String header(Library.TypedException answer, String name) {
            var response = answer.response();
            if (response == null) {
                return null;
            }
            var headers = response.headers();
            return headers == null ? null : headers.get(name);
        }

        @Override
        public void discard(Library.TypedException answer) throws Exception {
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
        }
    }

    @HoldfastGenerated
    private static final class StatusRuntimeExceptionHint implements RateLimitHint<StatusRuntimeException> {
        @Override
        public int status(StatusRuntimeException answer) {
            return ClientAnswers.httpStatus(answer.getStatus().getCode().value());
        }

        @Override
        public String header(StatusRuntimeException answer, String name) {
            var trailers = answer.getTrailers();
            return trailers == null ? null : trailers.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER));
        }

        @Override
        public long retryDelayNanos(StatusRuntimeException answer, long nowEpochMillis) {
            var trailers = answer.getTrailers();
            if (trailers == null) {
                return NO_DELAY;
            }
            Metadata.Key<byte[]> key = Metadata.Key.of("grpc-status-details-bin", Metadata.BINARY_BYTE_MARSHALLER);
            return ClientAnswers.retryInfoNanos(trailers.get(key));
        }
    }

    @HoldfastGenerated
    private static final class LibraryCloseableResponseHint implements RateLimitHint<Library.CloseableResponse> {
        @Override
        public int status(Library.CloseableResponse answer) {
            return answer == null ? NO_STATUS : answer.code();
        }

        @Override
        public String header(Library.CloseableResponse answer, String name) {
            return answer.header(name);
        }
    }

    @HoldfastGenerated
    private static final class LibraryTypedResponseHint implements RateLimitHint<Library.TypedResponse<?>> {
        @Override
        public int status(Library.TypedResponse<?> answer) {
            return answer == null ? NO_STATUS : answer.code();
        }

        @Override
        public String header(Library.TypedResponse<?> answer, String name) {
            var headers = answer.headers();
            return headers == null ? null : headers.get(name);
        }

        @Override
        public void discard(Library.TypedResponse<?> answer) throws Exception {
            var errorBody = answer.errorBody();
            Object body = answer.body();
            if (errorBody != null) {
                errorBody.close();
            }
            if (body instanceof AutoCloseable) {
                ((AutoCloseable) body).close();
            }
        }
    }

    @HoldfastGenerated
    private static final class LibraryEntityHint implements RateLimitHint<Library.Entity<?>> {
        @Override
        public int status(Library.Entity<?> answer) {
            if (answer == null) {
                return NO_STATUS;
            }
            var statusCode = answer.getStatusCode();
            return statusCode == null ? NO_STATUS : statusCode.value();
        }

        @Override
        public String header(Library.Entity<?> answer, String name) {
            var headers = answer.getHeaders();
            return headers == null ? null : headers.getFirst(name);
        }

        @Override
        public void discard(Library.Entity<?> answer) throws Exception {
            Object body = answer.getBody();
            if (body instanceof AutoCloseable) {
                ((AutoCloseable) body).close();
            }
        }
    }

    @HoldfastGenerated
    private static final class LibraryRestExceptionHint implements RateLimitHint<Library.RestException> {
        @Override
        public int status(Library.RestException answer) {
            var response = answer.getResponse();
            return response == null ? NO_STATUS : response.getStatus();
        }

        @Override
        public String header(Library.RestException answer, String name) {
            var response = answer.getResponse();
            return response == null ? null : response.getHeaderString(name);
        }

        @Override
        public void discard(Library.RestException answer) throws Exception {
            var response = answer.getResponse();
            if (response != null) {
                response.close();
            }
        }
    }

    @HoldfastGenerated
    private static final class LibraryRestResponseHint implements RateLimitHint<Library.RestResponse> {
        @Override
        public int status(Library.RestResponse answer) {
            return answer == null ? NO_STATUS : answer.getStatus();
        }

        @Override
        public String header(Library.RestResponse answer, String name) {
            return answer.getHeaderString(name);
        }

        @Override
        public void discard(Library.RestResponse answer) throws Exception {
            answer.close();
        }
    }

    @HoldfastGenerated
    private static final class LibraryHeaderResponseHint implements RateLimitHint<Library.HeaderResponse> {
        @Override
        public int status(Library.HeaderResponse answer) {
            return answer == null ? NO_STATUS : answer.getCode();
        }

        @Override
        public String header(Library.HeaderResponse answer, String name) {
            var firstHeader = answer.getFirstHeader(name);
            return firstHeader == null ? null : firstHeader.getValue();
        }
    }

    @HoldfastGenerated
    private static final class LibraryNamedResponseHint implements RateLimitHint<Library.NamedResponse> {
        @Override
        public int status(Library.NamedResponse answer) {
            if (answer == null) {
                return NO_STATUS;
            }
            var status = answer.status();
            return status == null ? NO_STATUS : status.code();
        }

        @Override
        public String header(Library.NamedResponse answer, String name) {
            var headers = answer.headers();
            return headers == null ? null : headers.first(Library.Keys.create(name)).orElse(null);
        }
    }

    @HoldfastGenerated
    private static final class LibraryRetryableExceptionHint implements RateLimitHint<Library.RetryableException> {
        @Override
        public int status(Library.RetryableException answer) {
            return answer.status();
        }

        @Override
        public String header(Library.RetryableException answer, String name) {
            return ClientAnswers.header(answer.responseHeaders(), name);
        }

        @Override
        public long retryDelayNanos(Library.RetryableException answer, long nowEpochMillis) {
            var retryAfter = answer.retryAfter();
            return retryAfter == null ? NO_DELAY : ClientAnswers.retryDelayNanos(retryAfter, nowEpochMillis);
        }
    }

    @HoldfastGenerated
    private static final class LibraryStatusExceptionHint implements RateLimitHint<Library.StatusException> {
        @Override
        public int status(Library.StatusException answer) {
            return answer.status();
        }

        @Override
        public String header(Library.StatusException answer, String name) {
            return ClientAnswers.header(answer.responseHeaders(), name);
        }
    }

    @HoldfastGenerated
    private static final class LibraryServiceExceptionHint implements RateLimitHint<Library.ServiceException> {
        @Override
        public int status(Library.ServiceException answer) {
            if (answer.isThrottlingException() && answer.statusCode() < 500) {
                return 429;
            }
            return answer.statusCode();
        }

        @Override
        public String header(Library.ServiceException answer, String name) {
            var awsErrorDetails = answer.awsErrorDetails();
            if (awsErrorDetails == null) {
                return null;
            }
            var sdkHttpResponse = awsErrorDetails.sdkHttpResponse();
            return sdkHttpResponse == null ? null : sdkHttpResponse.firstMatchingHeader(name).orElse(null);
        }
    }

    @HoldfastGenerated
    private static final class LibraryDatedExceptionHint implements RateLimitHint<Library.DatedException> {
        @Override
        public int status(Library.DatedException answer) {
            var statusCode = answer.getStatusCode();
            return statusCode == null ? NO_STATUS : statusCode;
        }

        @Override
        public long retryDelayNanos(Library.DatedException answer, long nowEpochMillis) {
            var retryAfter = answer.getRetryAfter();
            return retryAfter == null ? NO_DELAY : ClientAnswers.nanosUntil(retryAfter.getTime(), nowEpochMillis);
        }
    }

    @HoldfastGenerated
    private static final class LibraryPatientExceptionHint implements RateLimitHint<Library.PatientException> {
        @Override
        public int status(Library.PatientException answer) {
            return answer.getStatus();
        }

        @Override
        public long retryDelayNanos(Library.PatientException answer, long nowEpochMillis) {
            var retryAfter = answer.getRetryAfter().orElse(null);
            return retryAfter == null ? NO_DELAY : retryAfter.toNanos();
        }
    }

    @HoldfastGenerated
    private static final class LibraryPunctualExceptionHint implements RateLimitHint<Library.PunctualException> {
        @Override
        public int status(Library.PunctualException answer) {
            return answer.getStatus();
        }

        @Override
        public long retryDelayNanos(Library.PunctualException answer, long nowEpochMillis) {
            var retryAfter = answer.getRetryAfter();
            return retryAfter == null ? NO_DELAY : ClientAnswers.nanosUntil(retryAfter.toEpochMilli(), nowEpochMillis);
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

        /**
         * Sets the context, in place of the default one.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Replaces {@code @Backoff} on {@code AnyClient}.
         *
         * @param backoff the policy to use
         * @return this builder
         */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Replaces {@code @RateLimited} on {@code AnyClient}.
         *
         * @param rateLimiter the policy to use
         * @return this builder
         */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Builds the client.
         *
         * @return the client
         */
        public ResilientAnyClient build() {
            return new ResilientAnyClient(this);
        }
    }

    /**
     * Prefixes of override keys, one for the interface and one for each method. A key ends with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.clients.AnyClient/";
        public static final String CLOSEABLE = "golden.clients.AnyClient/closeable/";
        public static final String TYPED = "golden.clients.AnyClient/typed/";
        public static final String ENTITY = "golden.clients.AnyClient/entity/";
        public static final String REST = "golden.clients.AnyClient/rest/";
        public static final String HEADER = "golden.clients.AnyClient/header/";
        public static final String NAMED = "golden.clients.AnyClient/named/";
        public static final String ORDER = "golden.clients.AnyClient/order/";
        public static final String DATED = "golden.clients.AnyClient/dated/";

        private Keys() {}
    }
}
