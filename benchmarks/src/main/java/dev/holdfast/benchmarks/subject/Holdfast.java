package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.client.ResilientAsyncLateRetryClient;
import dev.holdfast.benchmarks.client.ResilientAsyncLimitedClient;
import dev.holdfast.benchmarks.client.ResilientAsyncRetryBreakerClient;
import dev.holdfast.benchmarks.client.ResilientAsyncTimeoutClient;
import dev.holdfast.benchmarks.client.ResilientBreakerClient;
import dev.holdfast.benchmarks.client.ResilientCountWindowClient;
import dev.holdfast.benchmarks.client.ResilientEverythingClient;
import dev.holdfast.benchmarks.client.ResilientLimitedClient;
import dev.holdfast.benchmarks.client.ResilientLongTimeoutClient;
import dev.holdfast.benchmarks.client.ResilientRetryBreakerClient;
import dev.holdfast.benchmarks.client.ResilientRetryClient;
import dev.holdfast.benchmarks.client.ResilientTimeWindowClient;
import dev.holdfast.benchmarks.client.ResilientTimeoutClient;
import dev.holdfast.benchmarks.client.ServiceDownException;
import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.runtime.CircuitBreakerBuilder;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Holdfast, by the classes that its processor has generated. */
@AutoService(Subject.class)
public final class Holdfast implements Subject {

    /** Called by the service loader. */
    public Holdfast() {}

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        return switch (policies) {
            case BREAKER -> new ResilientBreakerClient(delegate);
            case RETRY -> new ResilientRetryClient(delegate);
            case RETRY_BREAKER -> new ResilientRetryBreakerClient(delegate);
            case LIMITED -> new ResilientLimitedClient(delegate);
            case COUNT_WINDOW -> new ResilientCountWindowClient(delegate);
            case TIME_WINDOW -> new ResilientTimeWindowClient(delegate);
            case EVERYTHING -> new ResilientEverythingClient(delegate);
            case LONG_TIMEOUT -> new ResilientLongTimeoutClient(delegate);
            case TIMEOUT -> new ResilientTimeoutClient(delegate);
            case LATE_RETRY -> throw new IllegalArgumentException(policies + " is asynchronous");
        };
    }

    @Override
    public Set<Policies> policies() {
        return EnumSet.complementOf(EnumSet.of(Policies.LATE_RETRY));
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.RETRY_BREAKER, Policies.LIMITED, Policies.LONG_TIMEOUT, Policies.LATE_RETRY);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        return switch (policies) {
            case LIMITED -> new ResilientAsyncLimitedClient(delegate);
            case LONG_TIMEOUT -> new ResilientAsyncTimeoutClient(delegate);
            case LATE_RETRY -> new ResilientAsyncLateRetryClient(delegate);
            default -> new ResilientAsyncRetryBreakerClient(delegate);
        };
    }

    @Override
    public Optional<Breaker> breaker(Policies policies) {
        return Optional.of(new HoldfastBreaker(newBreaker(policies)));
    }

    private record HoldfastBreaker(CircuitBreaker instance) implements Breaker {

        @Override
        public void succeed() {
            instance.acquirePermit().succeeded();
        }

        @Override
        public void fail() {
            instance.acquirePermit().failed(ServiceDownException.INSTANCE);
        }
    }

    private static CircuitBreaker newBreaker(Policies policies) {
        CircuitBreakerBuilder builder = CircuitBreaker.builder();
        switch (policies) {
            case COUNT_WINDOW -> builder.failureRate(50).windowCalls(100).minimumCalls(20);
            case TIME_WINDOW ->
                builder.failureRate(50).window(Duration.ofMinutes(1)).minimumCalls(20);
            default -> builder.failureThreshold(5);
        }
        return builder.build();
    }
}
