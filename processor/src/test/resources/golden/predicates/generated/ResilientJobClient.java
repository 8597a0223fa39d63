package golden.predicates;

import dev.holdfast.annotations.HoldfastGenerated;
import dev.holdfast.annotations.RateLimitHint;
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
 * A {@link JobClient} that protects another one.
 *
 * <ul>
 *   <li>{@code @Backoff} on {@code JobClient}: at most 5 attempts, waits before attempts 2-5: up to 1 s,
 *       2 s, 4 s, 8 s (full jitter); retries Exception; status 408, 5xx; begins no wait that would end more
 *       than 20 s after the call began.
 *   <li>{@code @CircuitBreaker} on {@code JobClient}: opens after 5 failures in a row (Exception; status
 *       408, 5xx), rejects calls for 1 min, closes after 2 successful probes.
 *   <li>{@code @Backoff} on {@code JobClient.position}: at most 5 attempts, waits before attempts 2-5: up to
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
public final class ResilientJobClient implements JobClient {
    private static final JobClient.Empty EMPTY = new JobClient.Empty();

    private static final JobClient.Negative NEGATIVE = new JobClient.Negative();

    private final JobClient delegate;
    private final SyncGuard jobs;
    private final SyncGuard count;
    private final SyncGuard position;
    private final SyncGuard describe;

    /**
     * Protects a delegate, in the default context.
     *
     * @param delegate what calls go to
     */
    public ResilientJobClient(JobClient delegate) {
        this(builder(delegate));
    }

    /**
     * Protects a delegate.
     *
     * @param delegate what calls go to
     * @param holdfast the context: clock, random numbers, shared instances
     */
    public ResilientJobClient(JobClient delegate, Holdfast holdfast) {
        this(builder(delegate).holdfast(holdfast));
    }

    private ResilientJobClient(Builder builder) {
        this.delegate = builder.delegate;
        ClientSetup setup = ClientSetup.of(builder.holdfast, "golden.predicates.JobClient");
        ExponentialBackoff backoff = BackoffSetup.create()
                .deadlineNanos(20_000_000_000L) // 20 s
                .build(setup, builder.backoff);
        CircuitBreaker circuitBreaker = BreakerSetup.create()
                .name("JobClient")
                .build(setup, builder.circuitBreaker);
        ExponentialBackoff positionBackoff = BackoffSetup.create().build(setup, "position", builder.positionBackoff);
        this.jobs = GuardSetup.of("JobClient.jobs")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.count = GuardSetup.of("JobClient.count")
                .backoff(backoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.position = GuardSetup.of("JobClient.position")
                .backoff(positionBackoff)
                .circuitBreaker(circuitBreaker)
                .sync(setup);
        this.describe = GuardSetup.of("JobClient.describe")
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
    public static Builder builder(JobClient delegate) {
        return new Builder(delegate);
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx; begins no wait that would end more than 20 s after the
     *       call began.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public List<String> jobs(String queue) {
        Permit permit = jobs.begin();
        for (int attempt = 1; ; attempt++) {
            List<String> result = null;
            boolean retry;
            try {
                result = delegate.jobs(queue);
                retry = EMPTY.test(result);
                if (jobs.accepts(permit, RateLimitHint.NO_STATUS, retry, false)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = jobs.failed(permit, attempt, failure, null, result, null);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = jobs.refused(permit, attempt, result, null, retry, false);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx; begins no wait that would end more than 20 s after the
     *       call began.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
    @Override
    public int count(String queue) {
        Permit permit = count.begin();
        for (int attempt = 1; ; attempt++) {
            int result;
            boolean failed;
            try {
                result = delegate.count(queue);
                failed = NEGATIVE.test(result);
                if (count.accepts(permit, RateLimitHint.NO_STATUS, false, failed)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = count.failed(permit, attempt, failure);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = count.refused(permit, attempt, result, null, false, failed);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
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
                if (position.accepts(permit, RateLimitHint.NO_STATUS, retry, failed)) {
                    return result;
                }
            } catch (Throwable failure) {
                permit = position.failed(permit, attempt, failure, null, result, null);
                if (permit == null) {
                    throw failure;
                }
                continue;
            }
            permit = position.refused(permit, attempt, result, null, retry, failed);
            if (permit == null) {
                return result;
            }
        }
    }

    /**
     * Protected, from the outside in, by
     *
     * <ul>
     *   <li>{@code @Backoff}: at most 5 attempts, waits before attempts 2-5: up to 1 s, 2 s, 4 s, 8 s (full
     *       jitter); retries Exception; status 408, 5xx; begins no wait that would end more than 20 s after the
     *       call began.
     *   <li>{@code @CircuitBreaker}: opens after 5 failures in a row (Exception; status 408, 5xx), rejects calls
     *       for 1 min, closes after 2 successful probes.
     * </ul>
     *
     * <p>Waits in all: at most 15 s.
     */
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

    /**
     * Sets what a client is made of. Not for several threads.
     */
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
         * Sets another instance in place of the one that {@code @Backoff} on {@code JobClient} describes.
         *
         * @param backoff the instance
         * @return this builder
         */
        public Builder backoff(ExponentialBackoff backoff) {
            this.backoff = Objects.requireNonNull(backoff, "backoff");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @CircuitBreaker} on {@code JobClient} describes.
         *
         * @param circuitBreaker the instance
         * @return this builder
         */
        public Builder circuitBreaker(CircuitBreaker circuitBreaker) {
            this.circuitBreaker = Objects.requireNonNull(circuitBreaker, "circuitBreaker");
            return this;
        }

        /**
         * Sets another instance in place of the one that {@code @Backoff} on {@code JobClient.position} describes.
         *
         * @param positionBackoff the instance
         * @return this builder
         */
        public Builder positionBackoff(ExponentialBackoff positionBackoff) {
            this.positionBackoff = Objects.requireNonNull(positionBackoff, "positionBackoff");
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client that protects the delegate
         */
        public ResilientJobClient build() {
            return new ResilientJobClient(this);
        }
    }

    /**
     * How the keys of overrides begin, for the interface and for each method. They end with a constant of
     * {@link dev.holdfast.runtime.generated.OverrideKeys}.
     */
    @HoldfastGenerated
    public static final class Keys {
        public static final String INTERFACE = "golden.predicates.JobClient/";
        public static final String JOBS = "golden.predicates.JobClient/jobs/";
        public static final String COUNT = "golden.predicates.JobClient/count/";
        public static final String POSITION = "golden.predicates.JobClient/position/";
        public static final String DESCRIBE = "golden.predicates.JobClient/describe/";

        private Keys() {
        }
    }
}
