package golden.retrofit;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.generated.GuardedCall;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.generated.SyncGuard;
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
 * A {@link RepoClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code RepoClient}: at most 3 attempts, waits before attempts 2-3: up to 1 s,
 *       2 s (full jitter); retries IOException; status 408, 5xx.
 *   <li>{@code @RateLimited} on {@code RepoClient}: on status 429 waits as long as Retry-After says, else
 *       30 s; where the server asks for more than 5 min gives up; holds back all calls meanwhile.
 *   <li>{@code @CircuitBreaker} on {@code RepoClient}: opens after 5 failures in a row (Exception; status
 *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
 *   <li>{@code @RateLimited} on {@code RepoClient.read}: on status 429 waits as long as Retry-After says,
 *       else 30 s; where the server asks for more than 5 min gives up; holds back all calls meanwhile.
 *   <li>{@code @Backoff} on {@code RepoClient.first}: at most 5 attempts, waits before attempts 2-5: up to
 *       1 s, 2 s, 4 s, 8 s (full jitter); retries Exception; status 408, 5xx.
 * </ul>
 *
 * <p>The order is fixed, from the outside in: fallback, deadline, backoff, and for each attempt hold
 * of the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate.
 *
 * <p>The figures are the annotations'; overrides of the context may change them.
 *
 * <p>Safe for use by several threads if the delegate is.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientRepoClient implements RepoClient {
    private static final ResponseHint RESPONSE = new ResponseHint();

    private static final CodeHint CODE_HINT = new CodeHint();

    private static final RepoClient.Empty EMPTY = new RepoClient.Empty();

    private final RepoClient delegate;
    private final AsyncGuard repos;
    private final AsyncGuard read;
    private final AsyncGuard first;
    private final SyncGuard count;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientRepoClient(RepoClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public ResilientRepoClient(RepoClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientRepoClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.retrofit.RepoClient");
        ExponentialBackoff backoff = ExponentialBackoff.builder()
                .maxAttempts(3)
                .retryOn(IOException.class)
                .build(setup, builder.backoff);
        RateLimiter rateLimiter = RateLimiter.builder()
                .name("RepoClient")
                .build(setup, builder.rateLimiter);
        CircuitBreaker circuitBreaker = CircuitBreaker.builder()
                .name("RepoClient")
                .build(setup, builder.circuitBreaker);
        RateLimiter readRateLimiter = RateLimiter.builder()
                .name("RepoClient.read")
                .build(setup, "read", builder.readRateLimiter);
        ExponentialBackoff firstBackoff = ExponentialBackoff.builder().build(setup, "first", builder.firstBackoff);
        this.repos = AsyncGuard.builder("RepoClient.repos")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .discards()
                .result(RESPONSE)
                .build(setup);
        this.read = AsyncGuard.builder("RepoClient.read")
                .backoff(backoff)
                .rateLimiter(readRateLimiter)
                .circuitBreaker(circuitBreaker)
                .result(CODE_HINT)
                .build(setup);
        this.first = AsyncGuard.builder("RepoClient.first")
                .backoff(firstBackoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .discards()
                .result(RESPONSE)
                .retryResult(EMPTY)
                .build(setup);
        this.count = SyncGuard.builder("RepoClient.count")
                .backoff(backoff)
                .rateLimiter(rateLimiter)
                .circuitBreaker(circuitBreaker)
                .build(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    public static Builder builder(RepoClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries IOException; status 408, 5xx.
     *   <li>{@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 3 s, or 11 min where every answer is rate-limited. Besides, waits before an
     * attempt while other calls are held back, up to 5 min 30 s.
     */
    @Override
    public Call<List<String>> repos(String owner) {
        return new RetrofitCall<>(repos, delegate.repos(owner));
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries IOException; status 408, 5xx.
     *   <li>{@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 3 s, or 11 min where every answer is rate-limited. Besides, waits before an
     * attempt while other calls are held back, up to 5 min 30 s.
     */
    @Override
    public <T> Call<? extends T> read(Class<T> type, String repos) throws IllegalArgumentException {
        return new RetrofitCall<>(read, delegate.<T>read(type, repos));
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 15 s, or 22 min where every answer is rate-limited. Besides, waits before an
     * attempt while other calls are held back, up to 5 min 30 s.
     */
    @Override
    public Call<String> first(String guard) {
        return new RetrofitCall<>(first, delegate.first(guard));
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 3 attempts, waits before attempts 2-3: up to 1 s, 2 s (full jitter);
     *       retries IOException; status 408, 5xx.
     *   <li>{@code @RateLimited}: on status 429 waits as long as Retry-After says, else 30 s; where the server
     *       asks for more than 5 min gives up; holds back all calls meanwhile.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 3 s. Besides, waits before an attempt while other calls are held back, up to 5 min
     * 30 s.
     */
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

    /**
     * Not protected: goes straight to the delegate.
     */
    @Override
    public Call<Void> ping() {
        return delegate.ping();
    }

    /**
     * A call under the policies of the method that returns it.
     */
    @HoldfastGenerated
    private static final class RetrofitCall<T> extends GuardedCall<Call<T>, Response<T>> implements Call<T> {
        RetrofitCall(AsyncGuard guard, Call<T> delegate) {
            super(guard, delegate);
        }

        @Override
        public void enqueue(Callback<T> callback) {
            Objects.requireNonNull(callback, "callback");
            enqueue(new GuardedCall.Outcome<Response<T>>() {
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
        protected void enqueue(Call<T> attempt, GuardedCall.Outcome<Response<T>> outcome) {
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

    @HoldfastGenerated
    private static final class ResponseHint implements RateLimitHint<Response<?>> {
        @Override
        public int status(Response<?> answer) {
            return answer == null ? NO_STATUS : answer.code();
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

    /**
     * Sets what a client is made of. Not for several threads.
     */
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

        /**
         * Sets the context: clock, random numbers, shared instances.
         *
         * @param holdfast the context
         * @return this builder
         */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code RepoClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @RateLimited} on {@code RepoClient} describes.
         *
         * @param rateLimiter the instance
         * @return this builder
         */
        public Builder rateLimiter(RateLimiter rateLimiter) {
            this.rateLimiter = Objects.requireNonNull(rateLimiter, "rateLimiter");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code RepoClient} describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @RateLimited} on {@code RepoClient.read}
         * describes.
         *
         * @param readRateLimiter the instance
         * @return this builder
         */
        public Builder readRateLimiter(RateLimiter readRateLimiter) {
            this.readRateLimiter = Objects.requireNonNull(readRateLimiter, "readRateLimiter");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code RepoClient.first} describes.
         *
         * @param firstBackoff the instance
         * @return this builder
         */
        public Builder firstBackoff(ExponentialBackoff firstBackoff) {
            this.firstBackoff = Objects.requireNonNull(firstBackoff, "firstBackoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientRepoClient build() {
            return new ResilientRepoClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.retrofit.RepoClient/";
        public static final String REPOS = "golden.retrofit.RepoClient/repos/";
        public static final String READ = "golden.retrofit.RepoClient/read/";
        public static final String FIRST = "golden.retrofit.RepoClient/first/";
        public static final String COUNT = "golden.retrofit.RepoClient/count/";

        private Keys() {
        }
    }
}
