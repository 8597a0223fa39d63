package dev.holdfast.processor.policy;

import dev.holdfast.processor.diagnostic.Diagnostic;
import java.util.List;
import java.util.stream.Stream;

/**
 * All policies, from the outside in. The order is fixed: fallback, deadline, backoff, and for each attempt hold of
 * the rate limiter, circuit breaker, quota of the rate limiter, bulkhead, timeout, delegate. It is never taken from the order of annotations.
 */
public final class Policies {

    public static final List<Policy> ALL = List.of(
            new FallbackPolicy(),
            new BackoffPolicy(),
            new RateLimitedPolicy(),
            new CircuitBreakerPolicy(),
            new BulkheadPolicy(),
            new TimeoutPolicy());

    /** All messages, those of policies among them. */
    public static final List<Diagnostic> DIAGNOSTICS = Stream.concat(
                    Diagnostic.general(), ALL.stream().flatMap(each -> each.diagnostics().stream()))
            .toList();

    private Policies() {}
}
