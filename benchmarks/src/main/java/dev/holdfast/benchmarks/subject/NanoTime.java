package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.util.EnumSet;
import java.util.Set;

/** The floor of a time limit: a decorator that looks at the clock once before each call, and does nothing with it. */
@AutoService(Subject.class)
public final class NanoTime implements Subject {

    /** Called by the service loader. */
    public NanoTime() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(Policies.LONG_TIMEOUT, Policies.TIMEOUT);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        return new Timed(delegate);
    }

    private static final class Timed implements Client {

        private final Delegate delegate;
        private long begin;

        Timed(Delegate delegate) {
            this.delegate = delegate;
        }

        @Override
        public Answer get(int key) {
            // A plain write, so that the compiler cannot leave the clock out.
            begin = System.nanoTime();
            return delegate.get(key);
        }

        @Override
        public String toString() {
            return "the last call began at " + begin;
        }
    }
}
