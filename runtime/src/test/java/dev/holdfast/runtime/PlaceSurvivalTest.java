package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.holdfast.runtime.generated.AsyncGuard;
import dev.holdfast.runtime.generated.SyncGuard;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.runtime.spi.Timer;
import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Places of a bulkhead when something breaks between the time when they are taken and the attempt: each is given back, once. */
class PlaceSurvivalTest {

    private static final Error BROKEN = new OutOfMemoryError("pretend");

    private final VirtualTime time = new VirtualTime();

    /** How often the clock may still be read. */
    private int readings = Integer.MAX_VALUE;

    private boolean timerBroken;

    private final Holdfast holdfast = time.holdfast()
            .clock(new Clock() {
                @Override
                public long nanoTime() {
                    if (readings-- <= 0) {
                        throw BROKEN;
                    }
                    return time.nanoTime();
                }

                @Override
                public long currentTimeMillis() {
                    return time.currentTimeMillis();
                }
            })
            .timer(new Timer() {
                @Override
                public Future<?> schedule(Runnable task, long delay) {
                    return time.schedule(task, delay);
                }

                @Override
                public Future<?> scheduleTimeout(Runnable task, long delay) {
                    if (timerBroken) {
                        throw BROKEN;
                    }
                    return time.scheduleTimeout(task, delay);
                }
            })
            .build();

    private final Bulkhead bulkhead =
            Bulkhead.builder().maxConcurrent(3).maxWait(Duration.ofSeconds(1)).build(holdfast);
    private final RateLimiter quota =
            RateLimiter.builder().permits(1_000_000).burst(1_000).build(holdfast);

    private <G> Guards<G> all(Guards<G> builder) {
        return builder.bulkhead(bulkhead)
                .rateLimiter(quota)
                .timeout(TimeLimiter.builder().limit(Duration.ofSeconds(1)).build())
                .backoff(ExponentialBackoff.builder()
                        .deadline(Duration.ofSeconds(10))
                        .build());
    }

    /** Breaks the clock at its first reading, its second and so on until a call is through. */
    private void breakEverywhere(Supplier<Runnable> call) {
        assertThat(bulkhead.tryAcquire()).isTrue();
        for (int good = 0; good < 50; good++) {
            readings = good;
            Runnable[] end = new Runnable[1];
            Throwable thrown = catchThrowable(() -> end[0] = call.get());
            readings = Integer.MAX_VALUE;
            if (thrown == null) {
                end[0].run();
            }
            assertThat(bulkhead.available())
                    .as("clock broken at reading %d", good)
                    .isEqualTo(2);
        }
    }

    @Test
    void ofASynchronousCallWhoseClockThrows() {
        SyncGuard guard = all(Guards.sync("call")).build(holdfast);
        breakEverywhere(() -> {
            Permit permit = guard.begin();
            return () -> guard.succeeded(permit);
        });
    }

    @Test
    void ofASynchronousCallThatFailsWhileItsClockThrows() {
        SyncGuard guard = all(Guards.sync("call")).build(holdfast);
        assertThat(bulkhead.tryAcquire()).isTrue();
        for (int good = 0; good < 50; good++) {
            Permit permit = guard.begin();
            readings = good;
            Permit[] next = new Permit[1];
            Throwable thrown = catchThrowable(() -> next[0] = guard.failed(permit, 1, new Exception()));
            readings = Integer.MAX_VALUE;
            if (thrown == null && next[0] != null) {
                next[0].release();
            }
            assertThat(bulkhead.available())
                    .as("clock broken at reading %d", good)
                    .isEqualTo(2);
        }
    }

    @Test
    void ofAnAsynchronousCallWhoseClockThrows() {
        AsyncGuard guard = all(Guards.async("call")).build(holdfast);
        breakEverywhere(() -> {
            Permit permit = guard.begin();
            return permit == null ? () -> {} : permit::release;
        });
    }

    @Test
    void ofACallWhoseTimerThrows() {
        SyncGuard guard = all(Guards.sync("call")).build(holdfast);
        assertThat(bulkhead.tryAcquire()).isTrue();
        timerBroken = true;
        assertThat(catchThrowable(guard::begin)).isSameAs(BROKEN);
        assertThat(bulkhead.available()).isEqualTo(2);
    }
}
