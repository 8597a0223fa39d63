package dev.holdfast.benchmarks.subject;

import com.google.auto.service.AutoService;
import dev.holdfast.benchmarks.client.Answer;
import dev.holdfast.benchmarks.client.AsyncClient;
import dev.holdfast.benchmarks.client.AsyncDelegate;
import dev.holdfast.benchmarks.client.Client;
import dev.holdfast.benchmarks.client.Delegate;
import io.netty.util.HashedWheelTimer;
import io.netty.util.Timeout;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/**
 * A time limit by hand, on Netty's hashed wheel: the timer that libraries use for limits that hardly ever expire. Its default tick
 * makes it up to a tenth of a second late, which Holdfast is not.
 */
@AutoService(Subject.class)
public final class NettyWheel implements Subject {

    private final HashedWheelTimer wheel = new HashedWheelTimer(new DefaultThreadFactory("wheel", true));

    /** Called by the service loader. */
    public NettyWheel() {}

    @Override
    public Set<Policies> policies() {
        return EnumSet.of(Policies.TIMEOUT, Policies.LONG_TIMEOUT);
    }

    @Override
    public Client protect(Policies policies, Delegate delegate) {
        return key -> {
            Attempt attempt = new Attempt(Thread.currentThread());
            Timeout timeout = wheel.newTimeout(
                    expired -> attempt.cut(), TimeLimits.of(policies).toMillis(), TimeUnit.MILLISECONDS);
            try {
                return delegate.get(key);
            } finally {
                timeout.cancel();
                attempt.end();
            }
        };
    }

    @Override
    public Set<Policies> asyncPolicies() {
        return EnumSet.of(Policies.LONG_TIMEOUT);
    }

    @Override
    public AsyncClient protectAsync(Policies policies, AsyncDelegate delegate) {
        return key -> {
            CompletionStage<Answer> stage = delegate.get(key);
            CompletableFuture<Answer> future = stage.toCompletableFuture();
            if (future.isDone()) {
                return future;
            }
            Timeout timeout = wheel.newTimeout(
                    expired -> future.cancel(true), TimeLimits.of(policies).toMillis(), TimeUnit.MILLISECONDS);
            return future.whenComplete((answer, failure) -> timeout.cancel());
        };
    }

    /** Interrupts its thread, but not after its end. */
    private static final class Attempt {

        private final Thread thread;
        private boolean ended;

        Attempt(Thread thread) {
            this.thread = thread;
        }

        synchronized void cut() {
            if (!ended) {
                thread.interrupt();
            }
        }

        synchronized void end() {
            ended = true;
        }
    }
}
