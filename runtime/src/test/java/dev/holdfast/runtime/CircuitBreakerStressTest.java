package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.runtime.internal.breaker.HalfOpen;
import dev.holdfast.runtime.internal.breaker.Probe;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads do everything at once to one breaker; what must hold meanwhile, and when they have stopped. */
class CircuitBreakerStressTest {

    private static final int PROBES = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(1);
    private static final IOException FAILURE = new IOException();

    private final long seed = Stress.seed();
    private final VirtualTime time = new VirtualTime();
    private final Queue<StateChangeEvent> events = new ConcurrentLinkedQueue<>();
    private final Map<HalfOpen, AtomicInteger> probes = new ConcurrentHashMap<>();
    private final Holdfast holdfast = Holdfast.builder()
            .clock(time)
            .listener(new ResilienceListener() {
                @Override
                public void onStateChange(StateChangeEvent event) {
                    events.add(event);
                }
            })
            .build();

    private static CircuitBreakerBuilder builder(String mode) {
        CircuitBreakerBuilder builder =
                CircuitBreaker.builder().successThreshold(PROBES).recoveryTimeout(RECOVERY);
        return switch (mode) {
            case "consecutive" -> builder.failureThreshold(3);
            case "calls" -> builder.failureRate(60).windowCalls(20).minimumCalls(10);
            case "time" ->
                builder.failureRate(60).window(Duration.ofSeconds(30)).minimumCalls(10);
            default ->
                builder.failureRate(60)
                        .windowCalls(20)
                        .minimumCalls(10)
                        .slowCall(Duration.ofMillis(100))
                        .slowCallRate(50);
        };
    }

    private void call(CircuitBreaker breaker, Random random, int successesOfTen) {
        Permit permit = breaker.tryAcquirePermit();
        if (permit == null) {
            return;
        }
        AtomicInteger inFlight = permit instanceof Probe
                ? probes.computeIfAbsent(((Probe) permit).state, state -> new AtomicInteger())
                : new AtomicInteger();
        // Counted in after, and out before the place is free: never more than there are in truth.
        assertThat(inFlight.incrementAndGet())
                .as("probes in flight, seed %d", seed)
                .isLessThanOrEqualTo(PROBES);
        if (random.nextInt(4) == 0) {
            Thread.onSpinWait();
        }
        inFlight.decrementAndGet();
        int outcome = random.nextInt(12);
        if (outcome < successesOfTen) {
            permit.succeeded();
        } else if (outcome < 10) {
            permit.failed(FAILURE);
        } else if (outcome == 10) {
            permit.failed(new AssertionError());
        } else {
            permit.release();
        }
    }

    /** Leases don't run out here, so that all probes of a stay in HALF_OPEN are known. */
    @ParameterizedTest
    @ValueSource(strings = {"consecutive", "calls", "time", "slow"})
    void neverMoreProbesThanAllowedAndEachGivesItsPlaceBack(String mode) throws Exception {
        CircuitBreaker breaker = builder(mode).build(holdfast);
        Stress.run(seed, (thread, random) -> {
            call(breaker, random, 8 - random.nextInt(8));
            if (random.nextInt(100) == 0 && breaker.state() == CircuitState.OPEN) {
                // Most of the recovery time, so that a probe in flight is past its lease only if it sleeps through two
                // of these.
                time.advance(RECOVERY.dividedBy(2));
            }
            if (random.nextInt(1_000) == 0) {
                breaker.reset();
            }
        });
        assertThat(events).extracting(StateChangeEvent::to).contains(CircuitState.OPEN, CircuitState.HALF_OPEN);
        eachStateWasLeftOnce(breaker);
        admitsExactlyTheProbes(breaker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consecutive", "calls", "time", "slow"})
    void everythingAtOnceLeavesItUsable(String mode) throws Exception {
        CircuitBreaker breaker = builder(mode).build(holdfast);
        Stress.run(seed, (thread, random) -> {
            int dice = random.nextInt(1_000);
            if (dice < 10) {
                time.advance(Duration.ofMillis(random.nextInt(2_000)));
            } else if (dice < 13) {
                breaker.forceOpen();
            } else if (dice < 15) {
                breaker.disable();
            } else if (dice < 40) {
                breaker.reset();
            } else if (dice < 100) {
                breaker.canExecute();
            } else if (dice < 150) {
                breaker.recordSuccess();
            } else if (dice < 200) {
                breaker.recordFailure(FAILURE);
            } else if (dice < 300) {
                breaker.tryAcquirePermit();
            } else if (dice < 400) {
                assertThat(breaker.snapshot().failureRate()).isBetween(0.0, 100.0);
            } else {
                Permit permit = breaker.tryAcquirePermit();
                if (permit != null && random.nextBoolean()) {
                    permit.succeeded();
                } else if (permit != null) {
                    permit.failed(FAILURE);
                }
            }
        });
        eachStateWasLeftOnce(breaker);
        breaker.reset();
        admitsExactlyTheProbes(breaker);
    }

    /** For each state: it was left as often as it was entered, but for the present one. */
    private void eachStateWasLeftOnce(CircuitBreaker breaker) {
        Map<CircuitState, Integer> balance = new EnumMap<>(CircuitState.class);
        balance.put(CircuitState.CLOSED, 1);
        for (StateChangeEvent event : events) {
            balance.merge(event.from(), -1, Integer::sum);
            balance.merge(event.to(), 1, Integer::sum);
        }
        balance.values().removeIf(count -> count == 0);
        assertThat(balance).as("seed %d", seed).containsOnly(Map.entry(breaker.state(), 1));
    }

    /** In HALF_OPEN, where it is taken unless it is there, all places must be free, and no more. */
    private void admitsExactlyTheProbes(CircuitBreaker breaker) {
        if (breaker.state() == CircuitState.CLOSED) {
            breaker.reset();
            for (int i = 0; i < 100; i++) {
                breaker.recordFailure(FAILURE);
            }
        }
        if (breaker.state() == CircuitState.OPEN) {
            time.advance(RECOVERY);
        }
        List<Permit> all = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            all.add(breaker.acquirePermit());
        }
        assertThat(breaker.state()).as("seed %d", seed).isEqualTo(CircuitState.HALF_OPEN);
        assertThat(breaker.tryAcquirePermit()).as("seed %d", seed).isNull();
        all.forEach(Permit::succeeded);
        assertThat(breaker.state()).isEqualTo(CircuitState.CLOSED);
    }
}
