package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.client.ResilientAsyncLimitedClient;
import dev.holdfast.benchmarks.client.ResilientAsyncRetryBreakerClient;
import dev.holdfast.benchmarks.client.ResilientBreakerClient;
import dev.holdfast.benchmarks.client.ResilientCountWindowClient;
import dev.holdfast.benchmarks.client.ResilientLimitedClient;
import dev.holdfast.benchmarks.client.ResilientRetryBreakerClient;
import dev.holdfast.benchmarks.client.ResilientRetryClient;
import dev.holdfast.benchmarks.client.ResilientTimeWindowClient;
import java.util.EnumSet;
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
        };
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.RETRY_BREAKER, Policies.LIMITED);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        return policies == Policies.LIMITED
                ? new ResilientAsyncLimitedClient(delegate)
                : new ResilientAsyncRetryBreakerClient(delegate);
    }
}
