package golden.retrofit;

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
import dev.holdfast.runtime.generated.GuardedCall;
import dev.holdfast.runtime.generated.LimiterSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.spi.CallOutcome;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;
import okhttp3.Request;
import okio.Timeout;
import retrofit2.Call;
import retrofit2.Callback;
import retrofit2.Response;

/**
 * Protects calls to a {@link RepoClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 3 attempts, up to 1 s, 2 s apart (full jitter); retries IOException and status
 *       408, 5xx.
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
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientRepoClient implements RepoClient {
    private static final Answers ANSWERS = new Answers();
    private static final CodeHint CODE_HINT = new CodeHint();
    private static final RepoClient.Empty EMPTY = new RepoClient.Empty();

    private final RepoClient delegate;
    private final AsyncGuard repos;
    private final AsyncGuard read;
    private final AsyncGuard first;
    private final SyncGuard count;

    /** Creates a client with the default context. */
    public ResilientRepoClient(RepoClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientRepoClient(RepoClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientRepoClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.retrofit.RepoClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(3)
                .retryOn(IOException.class)
                .build(setup, builder.backoff);
        RateLimiter rateLimiter = LimiterSetup.create().name("RepoClient").build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("RepoClient").build(setup, builder.circuitBreaker);
        RateLimiter readRateLimiter = LimiterSetup.create()
                .name("RepoClient.read")
                .build(setup, "read", builder.readRateLimiter);
        ExponentialBackoff firstBackoff = BackoffSetup.create().build(setup, "first", builder.firstBackoff);
        GuardSetup guards = GuardSetup.of("RepoClient")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker);
        this.repos = guards.method("RepoClient.repos").discards().result(ANSWERS).async(setup);
        this.read = guards.method("RepoClient.read").rateLimiter(readRateLimiter).result(CODE_HINT).async(setup);
        this.first = guards.method("RepoClient.first")
                .backoff(firstBackoff)
                .discards()
                .result(ANSWERS)
                .retryResult(EMPTY)
                .async(setup);
        this.count = guards.method("RepoClient.count").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(RepoClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public Call<List<String>> repos(String owner) {
        return new RetrofitCall<>(repos, delegate.repos(owner));
    }

    /**
     * Its own {@code @RateLimited}: on status 429 waits for Retry-After, or without one 30 s; gives up if that is more
     * than 5 min; holds back all calls meanwhile.
     */
    @Override
    public <T> Call<? extends T> read(Class<T> type, String repos) throws IllegalArgumentException {
        return new RetrofitCall<>(read, delegate.<T>read(type, repos));
    }

    /**
     * Its own {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
     * status 408, 5xx.
     *
     * <p>A call waits at most 15 s between attempts, or 22 min if every answer is rate-limited. An attempt waits up to
     * 5 min 30 s while calls are held back.
     */
    @Override
    public Call<String> first(String guard) {
        return new RetrofitCall<>(first, delegate.first(guard));
    }

    /** A call waits at most 3 s between attempts. An attempt waits up to 5 min 30 s while calls are held back. */
    @Override
    public int count(String owner) throws IOException {
        Permit permit = count.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                int result = delegate.count(owner);
                count.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = count.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Not protected. */
    @Override
    public Call<Void> ping() {
        return delegate.ping();
    }

    /** A call with the policies of the method that returns it. */
    @HoldfastGenerated
    private static final class RetrofitCall<T> extends GuardedCall<Call<T>, Response<T>> implements Call<T> {
        RetrofitCall(AsyncGuard guard, Call<T> delegate) {
            super(guard, delegate);
        }

        @Override
        public void enqueue(Callback<T> callback) {
            Objects.requireNonNull(callback, "callback");
            enqueue(new CallOutcome<Response<T>>() {
                @Override
                public void returned(Response<T> response) {
                    callback.onResponse(RetrofitCall.this, response);
                }

                @Override
                public void failed(Throwable failure) {
                    callback.onFailure(RetrofitCall.this, failure);
                }
            });
        }

        @Override
        public Call<T> clone() {
            return new RetrofitCall<>(guard(), delegate().clone());
        }

        @Override
        public Request request() {
            return delegate().request();
        }

        @Override
        public Timeout timeout() {
            return delegate().timeout();
        }

        @Override
        protected Response<T> execute(Call<T> attempt) throws IOException {
            return attempt.execute();
        }

        @Override
        protected void enqueue(Call<T> attempt, CallOutcome<Response<T>> outcome) {
            attempt.enqueue(new Callback<T>() {
                @Override
                public void onResponse(Call<T> call, Response<T> response) {
                    outcome.returned(response);
                }

                @Override
                public void onFailure(Call<T> call, Throwable failure) {
                    outcome.failed(failure);
                }
            });
        }

        @Override
        protected Call<T> copy(Call<T> call) {
            return call.clone();
        }

        @Override
        protected void cancel(Call<T> attempt) {
            attempt.cancel();
        }

        @Override
        protected boolean isCanceled(Call<T> attempt) {
            return attempt.isCanceled();
        }
    }

    /** Reads the status of answers, and the waits that they name. */
    @HoldfastGenerated
    private static final class Answers implements RateLimitHint<Response<?>> {
        @Override
        public int status(Response<?> answer) {
            return answer.code();
        }

        @Override
        public String header(Response<?> answer, String name) {
            var headers = answer.headers();
            return headers == null ? null : headers.get(name);
        }

        @Override
        public void discard(Response<?> answer) throws Exception {
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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final RepoClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private RateLimiter rateLimiter;
        private CircuitBreaker circuitBreaker;
        private RateLimiter readRateLimiter;
        private ExponentialBackoff firstBackoff;

        private Builder(RepoClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code RepoClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code RepoClient}. */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code RepoClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @RateLimited} on {@code RepoClient.read}. */
        public Builder readRateLimiter(RateLimiter readRateLimiter) {
            this.readRateLimiter = Objects.requireNonNull(readRateLimiter, "readRateLimiter");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code RepoClient.first}. */
        public Builder firstBackoff(ExponentialBackoff firstBackoff) {
            this.firstBackoff = Objects.requireNonNull(firstBackoff, "firstBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientRepoClient build() {
            return new ResilientRepoClient(this);
        }
    }
}
