package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.util.EnumSet;
import java.util.Set;

/** No protection, but one look at the clock: what a time limit is compared with. */
@AutoService(Subject.class)
public final class NanoTime implements Subject {

    private static long last;

    /** Called by the service loader. */
    public NanoTime() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(Policies.TIMEOUT, Policies.LONG_TIMEOUT);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        return key -> {
            last = System.nanoTime();
            return delegate.get(key);
        };
    }
}
