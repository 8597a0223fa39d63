package shadow;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.RateLimited;
import house.BusyException;
import java.util.List;

/** Nested types named like what the generated class itself speaks of. */
@Backoff(baseDelay = "1ms")
@dev.holdfast.annotations.CircuitBreaker(failureThreshold = 1000)
@RateLimited(on = BusyException.class)
public interface ScheduleClient {

    Duration duration(Duration duration, java.time.Duration real);

    String string(String string, java.lang.String real);

    Object object(Object object, java.lang.Object real, Objects objects, java.util.Objects reals);

    Permit permit(SyncGuard guard, Holdfast holdfast, CircuitBreaker breaker);

    Builder builder(List<Builder> builders, Generated generated, RateLimiter limiter, ExponentialBackoff backoff);

    Throwable throwable(Exception exception, Integer integer, Class type) throws Error;

    Suppressed suppressed(SuppressWarnings warnings, Deprecated deprecated, ScheduleClient.RateLimitHint hint);

    UnsupportedOperationException resilient(Predicate predicate, Jitter jitter);

    /** Not java.time's. */
    class Duration {
        public Duration() {}
    }

    /** Not java.lang's. */
    class String {
        public String() {}
    }

    /** Not java.lang's. */
    class Object {
        public Object() {}
    }

    class Objects {
        public Objects() {}
    }

    class Permit {
        public Permit() {}
    }

    class SyncGuard {
        public SyncGuard() {}
    }

    class Holdfast {
        public Holdfast() {}
    }

    class CircuitBreaker {
        public CircuitBreaker() {}
    }

    class Builder {
        public Builder() {}
    }

    class Generated {
        public Generated() {}
    }

    class RateLimiter {
        public RateLimiter() {}
    }

    class ExponentialBackoff {
        public ExponentialBackoff() {}
    }

    class Throwable {
        public Throwable() {}
    }

    class Exception {
        public Exception() {}
    }

    class Error extends java.lang.Error {
        private static final long serialVersionUID = 1;

        public Error() {}
    }

    class Integer {
        public Integer() {}
    }

    class Class {
        public Class() {}
    }

    class Suppressed {
        public Suppressed() {}
    }

    @interface Override {}

    @interface SuppressWarnings {}

    @interface Deprecated {}

    interface RateLimitHint {}

    interface Predicate {}

    enum Jitter {
        FULL;
    }

    class UnsupportedOperationException {
        public UnsupportedOperationException() {}
    }
}
