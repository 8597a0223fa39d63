package dev.holdfast.benchmarks.subject;

import dev.holdfast.benchmarks.client.MonoClient;
import dev.holdfast.benchmarks.client.MonoDelegate;
import dev.holdfast.benchmarks.client.ResilientMonoRetryBreakerClient;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.retry.Retry;
import java.util.List;

/** Who protects a call that returns a Mono: with a retry and a breaker, but for Reactor's own operator, which is a retry only. */
public final class MonoSubjects {

    /** Those who protect, but for Holdfast. */
    public static final List<String> RIVALS = List.of("Resilience4j", "ReactorRetryWhen");

    private MonoSubjects() {}

    /**
     * Protects a client that answers at once.
     *
     * @param subject who protects
     * @return a new client
     */
    public static MonoClient client(String subject) {
        MonoDelegate delegate = new MonoDelegate();
        return switch (subject) {
            case "Direct" -> delegate;
            case "Holdfast" -> new ResilientMonoRetryBreakerClient(delegate);
            case "Resilience4j" -> resilience4j(delegate);
            case "ReactorRetryWhen" -> key -> delegate.get(key).retryWhen(reactor.util.retry.Retry.max(2));
            default -> throw new IllegalArgumentException("No subject " + subject);
        };
    }

    private static MonoClient resilience4j(MonoClient delegate) {
        CircuitBreaker breaker = Resilience4jPolicies.breaker(Policies.RETRY_BREAKER, true);
        Retry retry = Resilience4jPolicies.retry(Policies.RETRY_BREAKER);
        return key -> delegate.get(key)
                .transformDeferred(CircuitBreakerOperator.of(breaker))
                .transformDeferred(RetryOperator.of(retry));
    }
}
