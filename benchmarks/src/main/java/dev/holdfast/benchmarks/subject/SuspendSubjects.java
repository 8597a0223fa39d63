package dev.holdfast.benchmarks.subject;

import dev.holdfast.benchmarks.client.ResilientSuspendRetryBreakerClient;
import dev.holdfast.benchmarks.client.SuspendClient;
import dev.holdfast.benchmarks.client.SuspendRetryBreakerClient;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.kotlin.circuitbreaker.CircuitBreakerKt;
import io.github.resilience4j.kotlin.retry.RetryKt;
import io.github.resilience4j.retry.Retry;
import java.util.List;

/** Who protects a suspend function, with a retry and a breaker. */
public final class SuspendSubjects {

    /** Those who protect, but for Holdfast. */
    public static final List<String> RIVALS = List.of("Resilience4j");

    private SuspendSubjects() {}

    /**
     * Protects a client.
     *
     * @param subject who protects
     * @param delegate the client
     * @return a new client
     */
    public static SuspendClient client(String subject, SuspendRetryBreakerClient delegate) {
        return switch (subject) {
            case "Direct" -> delegate;
            case "Holdfast" -> new ResilientSuspendRetryBreakerClient(delegate);
            case "Resilience4j" -> resilience4j(delegate);
            default -> throw new IllegalArgumentException("No subject " + subject);
        };
    }

    /** As Kotlin would say it, with lambdas of Java, which are one object each. */
    private static SuspendClient resilience4j(SuspendClient delegate) {
        CircuitBreaker breaker = Resilience4jPolicies.breaker(Policies.RETRY_BREAKER, true);
        Retry retry = Resilience4jPolicies.retry(Policies.RETRY_BREAKER);
        return (key, caller) -> RetryKt.executeSuspendFunction(
                retry,
                attempt -> CircuitBreakerKt.executeSuspendFunction(
                        breaker, permitted -> delegate.get(key, permitted), attempt),
                caller);
    }
}
