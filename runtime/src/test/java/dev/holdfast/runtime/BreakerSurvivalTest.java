package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.holdfast.annotations.RateLimitHint;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Errors at the worst moment: a breaker that is struck by one still opens, probes and closes afterwards. */
class BreakerSurvivalTest {

    private static final int STACK = 200_000;

    private final VirtualTime time = new VirtualTime();
    private final AtomicBoolean outOfMemory = new AtomicBoolean();
    private final Clock clock = new Clock() {
        @Override
        public long nanoTime() {
            if (outOfMemory.getAndSet(false)) {
                throw new OutOfMemoryError("once");
            }
            return time.nanoTime();
        }

        @Override
        public long currentTimeMillis() {
            return time.currentTimeMillis();
        }
    };
    private final Holdfast holdfast =
            Holdfast.builder().clock(clock).sleeper(time).build();
    private final CircuitBreaker breaker =
            CircuitBreaker.builder().failureThreshold(1).successThreshold(1).build(holdfast);

    private void openAndRecover() {
        breaker.recordFailure(new IOException());
        time.advance(Duration.ofSeconds(60));
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void anErrorWhileItOpensLeavesItUsable() {
        outOfMemory.set(true);
        assertThatThrownBy(() -> breaker.recordFailure(new IOException())).isInstanceOf(OutOfMemoryError.class);
        breaker.recordFailure(new IOException());
        breaker.recordFailure(new IOException());
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        breaker.reset();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS, threadMode = ThreadMode.SEPARATE_THREAD)
    void anErrorWhileAFailedProbeReopensItGivesThePlaceBack() {
        openAndRecover();
        Permit probe = breaker.acquirePermit();
        outOfMemory.set(true);
        assertThatThrownBy(() -> probe.failed(new IOException())).isInstanceOf(OutOfMemoryError.class);
        breaker.acquirePermit().failed(new IOException());
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    /** A guarded delegate that recurses without end through its own guard: each level reports on its way out. */
    private static void recurse(CircuitBreaker breaker) {
        try {
            recurse(breaker);
        } catch (StackOverflowError overflow) {
            breaker.recordFailure(overflow);
            throw overflow;
        }
    }

    /** Another depth to begin at moves the place where the stack ends. */
    private static void recurse(CircuitBreaker breaker, int depth) {
        if (depth > 0) {
            recurse(breaker, depth - 1);
        } else {
            recurse(breaker);
        }
    }

    private static CircuitBreaker opensAtOnce() {
        return CircuitBreaker.builder()
                .failureThreshold(1)
                .monitored(Throwable.class)
                .build();
    }

    @Test
    void aStackOverflowWhileItOpensLeavesItUsable() throws InterruptedException {
        // Loads what the dives need: a class that overflows while it is initialised is broken for good.
        opensAtOnce().recordFailure(new StackOverflowError());
        int dead = 0;
        for (int round = 0; round < 300; round++) {
            int depth = round % 50;
            CircuitBreaker breaker = opensAtOnce();
            Runnable dive = () -> {
                try {
                    recurse(breaker, depth);
                } catch (StackOverflowError expected) {
                    // What matters is the state that it leaves behind.
                }
            };
            Thread diver = new Thread(null, dive, "diver", STACK);
            diver.start();
            diver.join();
            if (breaker.state() == CircuitState.CLOSED) {
                breaker.recordFailure(new IOException());
            }
            if (breaker.state() != CircuitState.OPEN) {
                dead++;
            }
        }
        assertThat(dead).as("breakers that never open again").isZero();
    }

    @Test
    void anErrorOfAProbeGivesItsPlaceBack() {
        openAndRecover();
        Error error = new StackOverflowError();
        CheckedSupplier<String, RuntimeException> call = () -> {
            throw error;
        };
        assertThatThrownBy(() -> Resilience.of(call)
                        .holdfast(holdfast)
                        .circuitBreaker(breaker)
                        .call())
                .isSameAs(error);
        assertThat(breaker.state()).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).isNotNull();
    }

    @Test
    void anErrorInAHintKeepsTheFailureAndFreesTheProbe() {
        openAndRecover();
        SyncGuard guard = Guards.sync("Client.call").circuitBreaker(breaker).build(holdfast);
        RateLimitHint<Throwable> broken = new RateLimitHint<>() {
            @Override
            public int status(Throwable failure) {
                throw new NoSuchMethodError("statusCode");
            }

            @Override
            public @Nullable String retryAfter(Throwable failure) {
                return null;
            }
        };
        assertThat(guard.failed(guard.begin(), 1, new IOException(), broken, null, null))
                .isNull();
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }
}
