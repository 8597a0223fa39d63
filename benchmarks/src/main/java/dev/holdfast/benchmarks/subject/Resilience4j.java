package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import dev.holdfast.benchmarks.client.ServiceDownException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Resilience4j by its functional interface, as in its manual; {@link Resilience4jPolicies} says what is equal and what is not. */
@AutoService(Subject.class)
public final class Resilience4j implements Subject {

    /** Called by the service loader. */
    public Resilience4j() {}

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        if (TimeLimits.isFor(policies)) {
            return limited(policies, delegate);
        }
        CircuitBreaker breaker = Resilience4jPolicies.breaker(policies, true);
        Retry retry = Resilience4jPolicies.retry(policies);
        return switch (policies) {
            case RETRY -> key -> retry.executeSupplier(() -> delegate.get(key));
            case RETRY_BREAKER, LIMITED ->
                key -> retry.executeSupplier(() -> breaker.executeSupplier(() -> delegate.get(key)));
            default -> key -> breaker.executeSupplier(() -> delegate.get(key));
        };
    }

    /** Its time limiter waits for a future, so another thread must make a blocking call. */
    private static Client limited(Policies policies, Delegate delegate) {
        TimeLimiter limiter = TimeLimiter.of(TimeLimits.of(policies));
        ExecutorService pool = Executors.newCachedThreadPool(Resilience4j::daemon);
        return key -> {
            try {
                return limiter.executeFutureSupplier(() -> pool.submit(() -> delegate.get(key)));
            } catch (RuntimeException failure) {
                throw failure;
            } catch (Exception failure) {
                throw new CompletionException(failure);
            }
        };
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public Set<Policies> policies() {
        return EnumSet.complementOf(EnumSet.of(Policies.EVERYTHING, Policies.LATE_RETRY));
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.RETRY_BREAKER, Policies.LIMITED, Policies.LONG_TIMEOUT, Policies.LATE_RETRY);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        CircuitBreaker breaker = Resilience4jPolicies.breaker(policies, true);
        Retry retry = Resilience4jPolicies.retry(policies);
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor(Resilience4j::daemon);
        if (TimeLimits.isFor(policies)) {
            TimeLimiter limiter = TimeLimiter.of(TimeLimits.of(policies));
            return key -> limiter.executeCompletionStage(scheduler, () -> delegate.get(key));
        }
        if (policies == Policies.LATE_RETRY) {
            return key -> retry.executeCompletionStage(scheduler, () -> delegate.get(key));
        }
        return key ->
                retry.executeCompletionStage(scheduler, () -> breaker.executeCompletionStage(() -> delegate.get(key)));
    }

    @Override
    public Optional<Breaker> breaker(Policies policies) {
        return Optional.of(new Resilience4jBreaker(Resilience4jPolicies.breaker(policies, true)));
    }

    private record Resilience4jBreaker(CircuitBreaker instance) implements Breaker {

        @Override
        public void succeed() {
            instance.acquirePermission();
            instance.onSuccess(1, TimeUnit.NANOSECONDS);
        }

        @Override
        public void fail() {
            instance.acquirePermission();
            instance.onError(1, TimeUnit.NANOSECONDS, ServiceDownException.INSTANCE);
        }
    }
}
