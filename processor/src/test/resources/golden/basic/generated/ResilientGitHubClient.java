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
 * Protects calls to a {@link GitHubClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 4 attempts, up to 200 ms, 400 ms, 800 ms apart (full jitter); retries Exception
 *       and status 408, 5xx.
 *   <li>{@code @CircuitBreaker}: opens after 3 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       30 s, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 1.4 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientGitHubClient implements GitHubClient {
    private final GitHubClient delegate;
    private final SyncGuard user;
    private final SyncGuard repositories;
    private final SyncGuard stars;
    private final SyncGuard star;

    /** Creates a client with the default context. */
    public ResilientGitHubClient(GitHubClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
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
        GuardSetup guards = GuardSetup.of("GitHubClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.user = guards.method("GitHubClient.user").sync(setup);
        this.repositories = guards.method("GitHubClient.repositories").interruptible().sync(setup);
        this.stars = guards.method("GitHubClient.stars").sync(setup);
        this.star = guards.method("GitHubClient.star").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(GitHubClient delegate) {
        return new Builder(delegate);
    }

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

    @Override
    public List<String> repositories(String login, int page) throws IOException, InterruptedException {
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

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final GitHubClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;

        private Builder(GitHubClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code GitHubClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code GitHubClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Builds the client. */
        public ResilientGitHubClient build() {
            return new ResilientGitHubClient(this);
        }
    }
}
