package dev.holdfast.benchmarks.subject;

import dev.holdfast.benchmarks.client.Answer;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import java.time.Duration;

/**
 * Resilience4j's policies, set to mean the same as Holdfast's. It has no count of failures in a row; a window of 5 calls of
 * which all must fail is the same. Its rate limiter knows no answers of the server, so {@link Policies#LIMITED} is a retry with a
 * wait of its own for status 429: other calls are not held back meanwhile.
 */
final class Resilience4jPolicies {

    private Resilience4jPolicies() {}

    static CircuitBreaker breaker(Policies policies, boolean stackTrace) {
        CircuitBreakerConfig.Builder config = CircuitBreakerConfig.custom()
                .waitDurationInOpenState(Duration.ofHours(1))
                .permittedNumberOfCallsInHalfOpenState(2)
                .writableStackTraceEnabled(stackTrace);
        switch (policies) {
            case COUNT_WINDOW -> config.slidingWindow(100, 20, SlidingWindowType.COUNT_BASED);
            case TIME_WINDOW -> config.slidingWindow(60, 20, SlidingWindowType.TIME_BASED);
            default -> config.slidingWindow(5, 5, SlidingWindowType.COUNT_BASED).failureRateThreshold(100);
        }
        if (policies == Policies.LIMITED) {
            config.recordResult(result -> result instanceof Answer answer && Statuses.isFailure(answer));
        }
        return CircuitBreaker.of("service", config.build());
    }

    static Retry retry(Policies policies) {
        RetryConfig.Builder<Answer> config = RetryConfig.custom();
        if (policies == Policies.LIMITED) {
            IntervalFunction backoff =
                    IntervalFunction.ofExponentialRandomBackoff(Duration.ofSeconds(1), 2, Duration.ofMinutes(1));
            config.maxAttempts(5)
                    .retryOnResult(Statuses::isRetried)
                    .intervalBiFunction((attempt, outcome) ->
                            outcome.isRight() && Statuses.isLimit(outcome.get()) ? 30_000L : backoff.apply(attempt));
        } else if (policies == Policies.LATE_RETRY) {
            config.maxAttempts(2).waitDuration(Duration.ofHours(1));
        } else {
            config.maxAttempts(3).intervalFunction(attempt -> 0L);
        }
        return Retry.of("service", config.build());
    }
}
