package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Many threads at one breaker. Each repetition is a race of its own. */
class CircuitBreakerConcurrencyTest {

    private static final int THREADS = 8;

    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger openings = new AtomicInteger();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .listener(new ResilienceListener() {
                @Override
                public void onStateChange(StateChangeEvent event) {
                    if (event.to() == CircuitState.OPEN) {
                        openings.incrementAndGet();
                    }
                }
            })
            .build();

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

    private <T> List<T> race(Callable<T> work) throws Exception {
        return race(THREADS, work);
    }

    private <T> List<T> race(int runners, Callable<T> work) throws Exception {
        CyclicBarrier start = new CyclicBarrier(runners);
        List<Future<T>> racing = new ArrayList<>();
        for (int i = 0; i < runners; i++) {
            racing.add(threads.submit(() -> {
                start.await();
                return work.call();
            }));
        }
        List<T> results = new ArrayList<>();
        for (Future<T> one : racing) {
            results.add(one.get());
        }
        return results;
    }

    @RepeatedTest(200)
    void exactlyAsManyProbesAsAllowed() throws Exception {
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureThreshold(1).successThreshold(3).build(holdfast);
        breaker.acquirePermit().failed(new IOException());
        time.advance(Duration.ofSeconds(60));
        List<Boolean> admitted = race(() -> breaker.tryAcquirePermit() != null);
        assertThat(admitted.stream().filter(yes -> yes)).hasSize(3);
    }

    @RepeatedTest(200)
    void noFailureIsLostAndTheBreakerOpensOnce() throws Exception {
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureThreshold(THREADS).build(holdfast);
        race(() -> {
            breaker.acquirePermit().failed(new IOException());
            return true;
        });
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(openings).hasValue(1);
    }

    @Test
    void noneOfManyFailuresIsLost() throws Exception {
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureThreshold(2_000_000).build(holdfast);
        IOException failure = new IOException();
        race(4, () -> {
            for (int i = 0; i < 500_000; i++) {
                breaker.acquirePermit().failed(failure);
            }
            return true;
        });
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
    }

    @Test
    void noManualReportOfAProbeIsLost() throws Exception {
        for (int round = 0; round < 3_000; round++) {
            CircuitBreaker breaker = CircuitBreaker.builder()
                    .failureThreshold(1)
                    .successThreshold(2)
                    .build(holdfast);
            breaker.recordFailure(new IOException());
            time.advance(Duration.ofSeconds(60));
            assertThat(breaker.canExecute()).isTrue();
            assertThat(breaker.canExecute()).isTrue();
            race(2, () -> {
                breaker.recordSuccess();
                return true;
            });
            assertThat(breaker.state()).as("round %d", round).isEqualTo(CircuitState.CLOSED);
        }
    }

    @RepeatedTest(200)
    void probesThatFailTogetherReopenOnce() throws Exception {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureThreshold(1)
                .successThreshold(THREADS)
                .build(holdfast);
        breaker.acquirePermit().failed(new IOException());
        time.advance(Duration.ofSeconds(60));
        race(() -> {
            Permit probe = breaker.tryAcquirePermit();
            if (probe != null) {
                probe.failed(new IOException());
            }
            return true;
        });
        assertThat(breaker.state()).isEqualTo(CircuitState.OPEN);
        assertThat(openings).hasValue(2);
    }

    @RepeatedTest(50)
    void resetAgainstFailuresAlwaysEndsInAUsableState() throws Exception {
        CircuitBreaker breaker =
                CircuitBreaker.builder().failureThreshold(2).successThreshold(1).build(holdfast);
        AtomicInteger turn = new AtomicInteger();
        race(() -> {
            for (int i = 0; i < 200; i++) {
                if (turn.incrementAndGet() % 5 == 0) {
                    breaker.reset();
                } else {
                    Permit permit = breaker.tryAcquirePermit();
                    if (permit != null) {
                        permit.failed(new IOException());
                    }
                    time.advance(Duration.ofSeconds(20));
                }
            }
            return true;
        });
        time.advance(Duration.ofSeconds(60));
        breaker.acquirePermit().succeeded();
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }
}
