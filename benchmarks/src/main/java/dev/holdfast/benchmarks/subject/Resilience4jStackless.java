package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.EnumSet;
import java.util.Set;

/** Resilience4j's breaker with its option that rejections have no stack trace. */
@AutoService(Subject.class)
public final class Resilience4jStackless implements Subject {

    /** Called by the service loader. */
    public Resilience4jStackless() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(Policies.BREAKER);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        CircuitBreaker breaker = Resilience4jPolicies.breaker(policies, false);
        return key -> breaker.executeSupplier(() -> delegate.get(key));
    }
}
