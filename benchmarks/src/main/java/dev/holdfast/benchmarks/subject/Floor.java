package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import java.util.EnumSet;
import java.util.Set;

/**
 * The least that any breaker with a state and a hold must do, by hand: a decorator that reads two volatile fields of its own before it
 * passes the call on. It never opens and never waits.
 *
 * <p>Each kind of policies has a class with a method of its own, as a generated decorator has, so that in a JVM with many clients the
 * compiler knows as much of these call sites as it does of Holdfast's.
 */
@AutoService(Subject.class)
public final class Floor implements Subject {

    /** Called by the service loader. */
    public Floor() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(
                Policies.BREAKER,
                Policies.RETRY,
                Policies.RETRY_BREAKER,
                Policies.LIMITED,
                Policies.COUNT_WINDOW,
                Policies.TIME_WINDOW);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        return switch (policies) {
            case BREAKER -> new Breaking(delegate);
            case RETRY -> new Retrying(delegate);
            case RETRY_BREAKER -> new RetryingBreaking(delegate);
            case LIMITED -> new Limiting(delegate);
            case COUNT_WINDOW -> new Counting(delegate);
            case TIME_WINDOW -> new Timing(delegate);
            default -> throw new IllegalArgumentException("no floor for " + policies);
        };
    }

    /** What all of them read. */
    private abstract static class Decorator implements Client {

        final Delegate delegate;

        /** Not 0 if the breaker is open. */
        volatile int state;

        /** Not 0 if calls are held back. */
        volatile long hold;

        Decorator(Delegate delegate) {
            this.delegate = delegate;
        }

        final IllegalStateException rejection() {
            return new IllegalStateException("state " + state + ", hold " + hold);
        }
    }

    private static final class Breaking extends Decorator {

        Breaking(Delegate delegate) {
            super(delegate);
        }

        @Override
        public Answer get(int key) {
            if (state != 0 || hold != 0) {
                throw rejection();
            }
            return delegate.get(key);
        }
    }

    private static final class Retrying extends Decorator {

        Retrying(Delegate delegate) {
            super(delegate);
        }

        @Override
        public Answer get(int key) {
            if (state != 0 || hold != 0) {
                throw rejection();
            }
            return delegate.get(key);
        }
    }

    private static final class RetryingBreaking extends Decorator {

        RetryingBreaking(Delegate delegate) {
            super(delegate);
        }

        @Override
        public Answer get(int key) {
            if (state != 0 || hold != 0) {
                throw rejection();
            }
            return delegate.get(key);
        }
    }

    private static final class Limiting extends Decorator {

        Limiting(Delegate delegate) {
            super(delegate);
        }

        @Override
        public Answer get(int key) {
            if (state != 0 || hold != 0) {
                throw rejection();
            }
            return delegate.get(key);
        }
    }

    private static final class Counting extends Decorator {

        Counting(Delegate delegate) {
            super(delegate);
        }

        @Override
        public Answer get(int key) {
            if (state != 0 || hold != 0) {
                throw rejection();
            }
            return delegate.get(key);
        }
    }

    private static final class Timing extends Decorator {

        Timing(Delegate delegate) {
            super(delegate);
        }

        @Override
        public Answer get(int key) {
            if (state != 0 || hold != 0) {
                throw rejection();
            }
            return delegate.get(key);
        }
    }
}
