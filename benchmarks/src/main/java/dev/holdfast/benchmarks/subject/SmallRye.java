package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import io.smallrye.faulttolerance.api.TypedGuard;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * SmallRye Fault Tolerance, standalone. It has no count of failures in a row; a window of 5 calls of which all must fail is the
 * same. It has no window of time. {@link Policies#LIMITED} is a retry on status 429 and failures, after the same wait for both.
 */
@AutoService(Subject.class)
public final class SmallRye implements Subject {

    /** Called by the service loader. */
    public SmallRye() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(
                Policies.BREAKER,
                Policies.RETRY,
                Policies.RETRY_BREAKER,
                Policies.LIMITED,
                Policies.COUNT_WINDOW,
                Policies.TIMEOUT,
                Policies.LONG_TIMEOUT);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        TypedGuard<Answer> guard = guard(policies, TypedGuard.create(Answer.class));
        return key -> guard.get(() -> delegate.get(key));
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.RETRY_BREAKER, Policies.LONG_TIMEOUT, Policies.LATE_RETRY);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        TypedGuard<CompletionStage<Answer>> guard = guard(policies, TypedGuard.create(new StageOfAnswer()));
        return key -> guard.get(() -> delegate.get(key));
    }

    private static <T> TypedGuard<T> guard(Policies policies, TypedGuard.Builder<T> builder) {
        return switch (policies) {
            case RETRY, LATE_RETRY -> withRetry(policies, builder).build();
            case RETRY_BREAKER, LIMITED ->
                withBreaker(policies, withRetry(policies, builder)).build();
            case TIMEOUT, LONG_TIMEOUT ->
                builder.withTimeout()
                        .duration(TimeLimits.of(policies).toMillis(), ChronoUnit.MILLIS)
                        .done()
                        .build();
            default -> withBreaker(policies, builder).build();
        };
    }

    private static <T> TypedGuard.Builder<T> withBreaker(Policies policies, TypedGuard.Builder<T> builder) {
        boolean window = policies == Policies.COUNT_WINDOW;
        return builder.withCircuitBreaker()
                .requestVolumeThreshold(window ? 100 : 5)
                .failureRatio(window ? 0.5 : 1)
                .delay(1, ChronoUnit.HOURS)
                .successThreshold(2)
                .done();
    }

    private static <T> TypedGuard.Builder<T> withRetry(Policies policies, TypedGuard.Builder<T> builder) {
        TypedGuard.Builder.RetryBuilder<T> retry = builder.withRetry();
        if (policies == Policies.LIMITED) {
            return retry.maxRetries(4)
                    .delay(1, ChronoUnit.SECONDS)
                    .whenResult(result -> result instanceof Answer answer && Statuses.isRetried(answer))
                    .withExponentialBackoff()
                    .maxDelay(1, ChronoUnit.MINUTES)
                    .done()
                    .done();
        }
        if (policies == Policies.LATE_RETRY) {
            return retry.maxRetries(1)
                    .maxDuration(1, ChronoUnit.DAYS)
                    .delay(1, ChronoUnit.HOURS)
                    .jitter(0, ChronoUnit.MILLIS)
                    .done();
        }
        return retry.maxRetries(2)
                .delay(0, ChronoUnit.MILLIS)
                .jitter(0, ChronoUnit.MILLIS)
                .done();
    }

    private static final class StageOfAnswer extends TypeLiteral<CompletionStage<Answer>> {
        private static final long serialVersionUID = 1;
    }
}
