package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import io.helidon.faulttolerance.CircuitBreaker;
import io.helidon.faulttolerance.FaultTolerance;
import io.helidon.faulttolerance.FtHandler;
import io.helidon.faulttolerance.Retry;
import io.helidon.faulttolerance.Timeout;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Set;

/**
 * Helidon's fault tolerance, which needs a JDK 21. It has no count of failures in a row; a window of 5 calls of which all must fail
 * is the same. It has no window of time, and looks at no results.
 */
@AutoService(Subject.class)
public final class Helidon implements Subject {

    /** Called by the service loader. */
    public Helidon() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(Policies.BREAKER, Policies.RETRY, Policies.RETRY_BREAKER, Policies.COUNT_WINDOW, Policies.TIMEOUT, Policies.LONG_TIMEOUT);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        FtHandler handler =
                switch (policies) {
                    case RETRY -> retry();
                    case RETRY_BREAKER ->
                        FaultTolerance.builder()
                                .addBreaker(newBreaker(policies))
                                .addRetry(retry())
                                .build();
                    // On the caller's thread, as Holdfast does it.
                    case TIMEOUT, LONG_TIMEOUT ->
                        Timeout.create(builder ->
                                builder.timeout(TimeLimits.of(policies)).currentThread(true));
                    default -> newBreaker(policies);
                };
        return key -> handler.invoke(() -> delegate.get(key));
    }

    private static CircuitBreaker newBreaker(Policies policies) {
        boolean window = policies == Policies.COUNT_WINDOW;
        return CircuitBreaker.create(builder -> builder.volume(window ? 100 : 5)
                .errorRatio(window ? 50 : 100)
                .successThreshold(2)
                .delay(Duration.ofHours(1)));
    }

    private static Retry retry() {
        return Retry.create(builder -> builder.calls(3)
                .delay(Duration.ZERO)
                .jitter(Duration.ZERO)
                .overallTimeout(Duration.ofHours(1)));
    }
}
