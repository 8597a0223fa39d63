package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerBuilder;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.RetryPolicyBuilder;
import dev.failsafe.Timeout;
import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Failsafe. Its breaker counts failures in a row as Holdfast's does. Its rate limiter knows no answers of the server, so
 * {@link Policies#LIMITED} is a retry with a wait of its own for status 429. Asynchronous calls are begun
 * by a pool of threads, which is its default; with an executor that stays on the caller's thread it returns no results.
 */
@AutoService(Subject.class)
public final class Failsafe implements Subject {

    /** Called by the service loader. */
    public Failsafe() {}

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        FailsafeExecutor<Answer> executor = executor(policies);
        return key -> executor.get(() -> delegate.get(key));
    }

    @Override
    public Set<Policies> policies() {
        return EnumSet.complementOf(EnumSet.of(Policies.EVERYTHING, Policies.LATE_RETRY));
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.RETRY_BREAKER, Policies.LIMITED, Policies.LONG_TIMEOUT, Policies.LATE_RETRY);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        FailsafeExecutor<Answer> executor = executor(policies);
        return key -> executor.getStageAsync(() -> delegate.get(key));
    }

    private static FailsafeExecutor<Answer> executor(Policies policies) {
        return switch (policies) {
            case RETRY, LATE_RETRY -> dev.failsafe.Failsafe.with(retry(policies));
            case RETRY_BREAKER, LIMITED -> dev.failsafe.Failsafe.with(retry(policies), newBreaker(policies));
            case TIMEOUT, LONG_TIMEOUT ->
                dev.failsafe.Failsafe.with(Timeout.<Answer>builder(TimeLimits.of(policies))
                        .withInterrupt()
                        .build());
            default -> dev.failsafe.Failsafe.with(newBreaker(policies));
        };
    }

    private static CircuitBreaker<Answer> newBreaker(Policies policies) {
        CircuitBreakerBuilder<Answer> breaker = CircuitBreaker.<Answer>builder()
                .handle(Exception.class)
                .withDelay(Duration.ofHours(1))
                .withSuccessThreshold(2);
        switch (policies) {
            case COUNT_WINDOW -> breaker.withFailureThreshold(50, 100);
            case TIME_WINDOW -> breaker.withFailureRateThreshold(50, 20, Duration.ofMinutes(1));
            default -> breaker.withFailureThreshold(5);
        }
        if (policies == Policies.LIMITED) {
            breaker.handleResultIf(Statuses::isFailure);
        }
        return breaker.build();
    }

    private static RetryPolicy<Answer> retry(Policies policies) {
        RetryPolicyBuilder<Answer> retry = RetryPolicy.<Answer>builder().handle(Exception.class);
        if (policies == Policies.LIMITED) {
            retry.withMaxAttempts(5)
                    .withBackoff(Duration.ofSeconds(1), Duration.ofMinutes(1))
                    .handleResultIf(Statuses::isRetried)
                    .withDelayFn(context -> delay(context.getLastResult()));
        } else if (policies == Policies.LATE_RETRY) {
            retry.withMaxAttempts(2).withDelay(Duration.ofHours(1));
        } else {
            retry.withMaxAttempts(3);
        }
        return retry.build();
    }

    /** As long as a server usually asks for; a negative delay stands for the backoff. */
    private static Duration delay(@Nullable Answer last) {
        return last != null && Statuses.isLimit(last) ? Duration.ofSeconds(30) : Duration.ofNanos(-1);
    }

    @Override
    public Optional<Breaker> breaker(Policies policies) {
        return Optional.of(new FailsafeBreaker(newBreaker(policies)));
    }

    private record FailsafeBreaker(CircuitBreaker<Answer> instance) implements Breaker {

        @Override
        public void succeed() {
            instance.tryAcquirePermit();
            instance.recordSuccess();
        }

        @Override
        public void fail() {
            instance.tryAcquirePermit();
            instance.recordFailure();
        }
    }
}
