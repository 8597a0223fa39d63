package golden.predicates;

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
import java.util.List;
import java.util.Objects;
import javax.annotation.processing.Generated;

/**
 * Protects calls to a {@link JobClient}. Thread-safe if the delegate is.
 *
 * <p>Every method has these policies, outermost first, unless its own comment says otherwise:
 *
 * <ul>
 *   <li>{@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
 *       status 408, 5xx; deadline of 20 s.
 *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception and status 408, 5xx), rejects calls for
 *       1 min, closes after 2 successful probes.
 * </ul>
 *
 * <p>A call waits at most 15 s between attempts.
 *
 * <p>The context may override these values.
 */
@HoldfastGenerated
@Generated("dev.holdfast.processor.ResilienceProcessor")
public final class ResilientJobClient implements JobClient {
    private static final JobClient.Empty EMPTY = new JobClient.Empty();
    private static final JobClient.Negative NEGATIVE = new JobClient.Negative();

    private final JobClient delegate;
    private final SyncGuard jobs;
    private final SyncGuard count;
    private final SyncGuard position;
    private final SyncGuard describe;

    /** Creates a client with the default context. */
    public ResilientJobClient(JobClient delegate) {
        this(builder(delegate));
    }

    /** Creates a client with a context of your own. */
    public ResilientJobClient(JobClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientJobClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.predicates.JobClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .deadlineNanos(20_000_000_000L) // 20 s
                .build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create().name("JobClient").build(setup, builder.circuitBreaker);
        ExponentialBackoff positionBackoff = BackoffSetup.create().build(setup, "position", builder.positionBackoff);
        GuardSetup guards = GuardSetup.of("JobClient").backoff(backoff).circuitBreaker(circuitBreaker);
        this.jobs = guards.method("JobClient.jobs").sync(setup);
        this.count = guards.method("JobClient.count").sync(setup);
        this.position = guards.method("JobClient.position").backoff(positionBackoff).sync(setup);
        this.describe = guards.method("JobClient.describe").sync(setup);
        setup.refuseUnknownKeys();
    }

    /** Returns a builder for a client with policies of your own. */
    public static Builder builder(JobClient delegate) {
        return new Builder(delegate);
    }

    @Override
    public List<String> jobs(String queue) {
        Permit permit = jobs.begin();
        for (int attempt = 1; ; attempt++) {
            List<String> result = null;
            boolean retry;
            try {
                result = delegate.jobs(queue);
                retry = EMPTY.test(result);
                if (!retry) {
                    jobs.succeeded(permit);
                    return result;
                }
            } catch (Throwable failure) {
                permit = jobs.failedWithResult(permit, attempt, failure, result);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = jobs.refusedWithRetry(permit, attempt, result, retry);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public int count(String queue) {
        Permit permit = count.begin();
        for (int attempt = 1; ; attempt++) {
            int result;
            boolean failed;
            try {
                result = delegate.count(queue);
                failed = NEGATIVE.test(result);
                if (!failed) {
                    count.succeeded(permit);
                    return result;
                }
            } catch (Throwable failure) {
                permit = count.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = count.refusedWithFailure(permit, attempt, result, failed);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Its own {@code @Backoff}: at most 5 attempts, up to 1 s, 2 s, 4 s, 8 s apart (full jitter); retries Exception and
     * status 408, 5xx.
     */
    @Override
    public Integer position(String job) {
        Permit permit = position.begin();
        for (int attempt = 1; ; attempt++) {
            Integer result = null;
            boolean retry;
            boolean failed;
            try {
                result = delegate.position(job);
                retry = NEGATIVE.test(result);
                failed = NEGATIVE.test(result);
                if (!retry && !failed) {
                    position.succeeded(permit);
                    return result;
                }
            } catch (Throwable failure) {
                permit = position.failedWithResult(permit, attempt, failure, result);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = position.refused(permit, attempt, result, retry, failed);
            if (permit == null) {
                return result;
            }
        }
    }

    @Override
    public String describe(String job) {
        Permit permit = describe.begin();
        for (int attempt = 1; ; attempt++) {
            try {
                String result = delegate.describe(job);
                describe.succeeded(permit);
                return result;
            } catch (Throwable failure) {
                permit = describe.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
            }
        }
    }

    /** Configures a client. Not thread-safe. */
    @HoldfastGenerated
    public static final class Builder {
        private final JobClient delegate;
        private Holdfast holdfast;
        private ExponentialBackoff backoff;
        private CircuitBreaker circuitBreaker;
        private ExponentialBackoff positionBackoff;

        private Builder(JobClient delegate) {
            this.delegate = Objects.requireNonNull(delegate, "delegate");
        }

        /** Sets the context, in place of the default one. */
        public Builder holdfast(Holdfast holdfast) {
            this.holdfast = Objects.requireNonNull(holdfast, "holdfast");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code JobClient}. */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /** Replaces {@code @CircuitBreaker} on {@code JobClient}. */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /** Replaces {@code @Backoff} on {@code JobClient.position}. */
        public Builder positionBackoff(ExponentialBackoff positionBackoff) {
            this.positionBackoff = Objects.requireNonNull(positionBackoff, "positionBackoff");
            return this;
        }

        /** Builds the client. */
        public ResilientJobClient build() {
            return new ResilientJobClient(this);
        }
    }
}
