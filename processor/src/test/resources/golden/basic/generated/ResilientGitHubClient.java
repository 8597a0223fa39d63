package golden.basic;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.Permit;
import dev.holdfast.runtime.generated.BackoffSetup;
import dev.holdfast.runtime.generated.BreakerSetup;
import dev.holdfast.runtime.generated.ClientSetup;
import dev.holdfast.runtime.generated.GuardSetup;
import dev.holdfast.runtime.generated.SyncGuard;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * A {@link GitHubClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code GitHubClient}: at most 4 attempts, waits before attempts 2-4: up to
 *       200 ms, 400 ms, 800 ms (full jitter); retries Exception; status 408, 5xx.
 *   <li>{@code @CircuitBreaker} on {@code GitHubClient}: opens after 3 failures in a row (Exception; status
 *       408, 5xx), rejects calls for 30 s, closes after 2 successful probes.
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
public final class ResilientGitHubClient implements GitHubClient {
    private final GitHubClient delegate;
    private final SyncGuard user;
    private final SyncGuard repositories;
    private final SyncGuard stars;
    private final SyncGuard star;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientGitHubClient(GitHubClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public ResilientGitHubClient(GitHubClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientGitHubClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.basic.GitHubClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .maxAttempts(4)
                .baseDelayNanos(200_000_000L) // 200 ms
                .maxDelayNanos(2_000_000_000L) // 2 s
                .build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("GitHubClient")
                .failureThreshold(3)
                .recoveryTimeoutNanos(30_000_000_000L) // 30 s
                .build(setup, builder.circuitBreaker);
        this.user = GuardSetup.of("GitHubClient.user")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.repositories = GuardSetup.of("GitHubClient.repositories")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .interruptible()
                .sync(setup);
        this.stars = GuardSetup.of("GitHubClient.stars")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.star = GuardSetup.of("GitHubClient.star")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        setup.refuseUnknownKeys();
    }

    /**
     * Begins a client of which more than the context is set.
     *
     * @param delegate what calls go to
     * @return a builder
     */
    public static Builder builder(GitHubClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 4 attempts, waits before attempts 2-4: up to 200 ms, 400 ms, 800 ms (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 3 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 30 s, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 1.4 s.
     */
    @Override
    public String user(String login) throws IOException {
        Permit permit = user.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.user(login);
                user.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = user.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 4 attempts, waits before attempts 2-4: up to 200 ms, 400 ms, 800 ms (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 3 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 30 s, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 1.4 s.
     */
    @Override
    public List<String> repositories(String login, int page) throws IOException,
            InterruptedException {
        Permit permit = repositories.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                List<String> result = delegate.repositories(login, page);
                repositories.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = repositories.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 4 attempts, waits before attempts 2-4: up to 200 ms, 400 ms, 800 ms (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 3 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 30 s, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 1.4 s.
     */
    @Override
    public long stars(String repository) {
        Permit permit = stars.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                long result = delegate.stars(repository);
                stars.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = stars.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 4 attempts, waits before attempts 2-4: up to 200 ms, 400 ms, 800 ms (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 3 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 30 s, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 1.4 s.
     */
    @Override
    public void star(String repository) throws IOException {
        Permit permit = star.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                delegate.star(repository);
                star.succeeded(permit);
                return;
            } catch (Throwable failure) {
                permit = star.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /**
     * Sets what a client is made of. Not for several threads.
     */
    @HoldfastGenerated
    public static final class Builder {
        private final GitHubClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;

        private Builder(GitHubClient delegate) {
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
         * Sets another instance in place of the one that {@code @Backoff} on {@code GitHubClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code GitHubClient}
         * describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientGitHubClient build() {
            return new ResilientGitHubClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.basic.GitHubClient/";
        public static final String USER = "golden.basic.GitHubClient/user/";
        public static final String REPOSITORIES = "golden.basic.GitHubClient/repositories/";
        public static final String STARS = "golden.basic.GitHubClient/stars/";
        public static final String STAR = "golden.basic.GitHubClient/star/";

        private Keys() {
        }
    }
}
