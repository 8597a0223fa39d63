package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitBreaker.State;
import dev.holdfast.runtime.testing.VirtualTime;
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
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several threads do everything at once to one breaker; what must hold meanwhile, and when they have stopped. */
class CircuitBreakerStressTest {

    private static final int THREADS = 4;
    private static final int PROBES = 3;
    private static final Duration RECOVERY = Duration.ofSeconds(1);
    private static final long NANOS = 250_000_000L;
    private static final IOException FAILURE = new IOException();

    private final long seed = Long.getLong("holdfast.seed", System.nanoTime());
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
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

    @BeforeEach
    void printSeed() {
        System.out.println("CircuitBreakerStressTest -Dholdfast.seed=" + seed);
    }

    @AfterEach
    void stopThreads() {
        threads.shutdownNow();
    }

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

    /** What a thread does over and over. */
    private interface Work {
        void step(int thread, Random random);
    }

    private void stress(Work work) throws Exception {
        long end = System.nanoTime() + NANOS;
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            int thread = i;
            Random random = new Random(seed + i);
            running.add(threads.submit(() -> {
                while (System.nanoTime() - end < 0) {
                    work.step(thread, random);
                }
                return null;
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
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
        stress((thread, random) -> {
            call(breaker, random, 8 - random.nextInt(8));
            if (random.nextInt(100) == 0 && breaker.state() == State.OPEN) {
                // Most of the recovery time, so that a probe in flight is past its lease only if it sleeps through two
                // of these.
                time.advance(RECOVERY.dividedBy(2));
            }
            if (random.nextInt(1_000) == 0) {
                breaker.reset();
            }
        });
        assertThat(events).extracting(StateChangeEvent::to).contains(State.OPEN, State.HALF_OPEN);
        eachStateWasLeftOnce(breaker);
        admitsExactlyTheProbes(breaker);
    }

    @ParameterizedTest
    @ValueSource(strings = {"consecutive", "calls", "time", "slow"})
    void everythingAtOnceLeavesItUsable(String mode) throws Exception {
        CircuitBreaker breaker = builder(mode).build(holdfast);
        stress((thread, random) -> {
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
        Map<State, Integer> balance = new EnumMap<>(State.class);
        balance.put(State.CLOSED, 1);
        for (StateChangeEvent event : events) {
            balance.merge(event.from(), -1, Integer::sum);
            balance.merge(event.to(), 1, Integer::sum);
        }
        balance.values().removeIf(count -> count == 0);
        assertThat(balance).as("seed %d", seed).containsOnly(Map.entry(breaker.state(), 1));
    }

    /** Opens and half-opens it anew, whatever it is in; all places must be free, and no more. */
    private void admitsExactlyTheProbes(CircuitBreaker breaker) {
        if (breaker.state() == State.HALF_OPEN) {
            // With nobody at work each place is free.
            breaker.acquirePermit().failed(FAILURE);
        }
        for (int i = 0; i < 100 && breaker.state() == State.CLOSED; i++) {
            breaker.recordFailure(FAILURE);
        }
        assertThat(breaker.state()).as("seed %d", seed).isEqualTo(State.OPEN);
        time.advance(RECOVERY);
        List<Permit> all = new ArrayList<>();
        for (int i = 0; i < PROBES; i++) {
            all.add(breaker.acquirePermit());
        }
        assertThat(breaker.tryAcquirePermit()).isNull();
        all.forEach(Permit::succeeded);
        assertThat(breaker.state()).isEqualTo(State.CLOSED);
    }

    /** So many calls that a window of calls just holds them all; one of time holds any number, also while time passes. */
    @ParameterizedTest
    @ValueSource(strings = {"calls", "time", "slow"})
    void countsAreExactWhenQuiet(String mode) throws Exception {
        int calls = CountWindow.MAX_SIZE / THREADS;
        CircuitBreakerBuilder builder = CircuitBreaker.builder()
                .failureRate(100)
                .minimumCalls(CountWindow.MAX_SIZE)
                .windowCalls(CountWindow.MAX_SIZE);
        if (mode.equals("time")) {
            builder.window(Duration.ofHours(1)).minimumCalls(100);
        } else if (mode.equals("slow")) {
            builder.slowCall(Duration.ofDays(1)).slowCallRate(100);
        }
        CircuitBreaker breaker = builder.build(holdfast);
        breaker.acquirePermit().succeeded();
        AtomicInteger failed = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int i = 0; i < THREADS; i++) {
            Random random = new Random(seed + i);
            int own = i == 0 ? calls - 1 : calls;
            running.add(threads.submit(() -> {
                for (int call = 0; call < own; call++) {
                    if (random.nextInt(4) == 0) {
                        breaker.acquirePermit().failed(FAILURE);
                        failed.incrementAndGet();
                    } else {
                        breaker.acquirePermit().succeeded();
                    }
                    time.advance(Duration.ofMillis(random.nextInt(200)));
                }
            }));
        }
        for (Future<?> each : running) {
            each.get();
        }
        BreakerSnapshot snapshot = breaker.snapshot();
        assertThat(snapshot.windowCalls()).as("seed %d", seed).isEqualTo(CountWindow.MAX_SIZE);
        assertThat(snapshot.windowFailures()).as("seed %d", seed).isEqualTo(failed.get());
    }

    /** Whatever the order was in which threads came: with as many successes as it covers all failures have left it. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 100})
    void aWindowThatManyThreadsFilledEmptiesCallByCall(int size) throws Exception {
        CountWindow window = new CountWindow(size, 0);
        stress((thread, random) -> {
            long totals = window.record(random.nextInt(3) == 0);
            assertThat(RateWindow.marked(totals)).isLessThanOrEqualTo(size);
        });
        assertThat(RateWindow.calls(window.totals())).isEqualTo(size);
        int marked = RateWindow.marked(window.totals());
        for (int i = 0; i < size; i++) {
            window.record(false);
            int left = RateWindow.marked(window.totals());
            assertThat(left).as("seed %d", seed).isBetween(marked - 1, marked);
            marked = left;
        }
        assertThat(marked).as("seed %d", seed).isZero();
        for (int i = 1; i <= size; i++) {
            window.record(true);
            assertThat(RateWindow.marked(window.totals())).isEqualTo(i);
        }
    }
}
