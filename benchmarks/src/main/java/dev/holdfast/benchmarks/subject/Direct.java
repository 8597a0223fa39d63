package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.util.EnumSet;
import java.util.Set;

/** No protection: what all others are compared with. */
@AutoService(Subject.class)
public final class Direct implements Subject {

    /** Called by the service loader. */
    public Direct() {}

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        return delegate;
    }

    @Override
    public Set<Policies> policies() {
        return EnumSet.complementOf(EnumSet.of(Policies.LATE_RETRY));
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.RETRY_BREAKER, Policies.LIMITED, Policies.LONG_TIMEOUT);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        return delegate;
    }
}
