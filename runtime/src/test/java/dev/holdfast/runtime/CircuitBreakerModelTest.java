package dev.holdfast.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.PlainBreaker.Outcome;
import dev.holdfast.runtime.event.BreakerSnapshot;
import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The same random events for the breaker and for {@link PlainBreaker}: after each, both must look the same. Besides fixed seeds a
 * fresh one; run again with {@code -Dholdfast.seed=...}.
 */
class CircuitBreakerModelTest {

    private static final int EVENTS = 1_500;
    private static final IOException FAILURE = new IOException();
    private static final Error UNMONITORED = new AssertionError();

    /** Ways to count in CLOSED. */
    enum Mode {
        CONSECUTIVE,
        CALLS,
        TIME,
        SLOW_CALLS,
        SLOW_TIME,
        ONLY_SLOW
    }

    private record Call(Permit permit, PlainBreaker.Ticket ticket) {}

    @ParameterizedTest
    @EnumSource
    void behavesAsThePlainOne(Mode mode) {
        long fresh = Long.getLong("holdfast.seed", System.nanoTime());
        System.out.println("CircuitBreakerModelTest " + mode + " -Dholdfast.seed=" + fresh);
        LongStream.concat(LongStream.range(0, 40), LongStream.of(fresh)).forEach(seed -> new Run(mode, seed).drive());
    }

    /** One breaker, one model, one sequence of events. */
    private static final class Run {

        private final Random random;
        private final String title;
        private final PlainBreaker.Config config;
        private final VirtualTime time = new VirtualTime();
        private final long origin = time.nanoTime();
        private final CircuitBreaker breaker;
        private final PlainBreaker plain;
        private final List<Call> inFlight = new ArrayList<>();
        private final int haste;

        Run(Mode mode, long seed) {
            this.random = new Random(seed);
            this.haste = 1 + random.nextInt(20);
            this.config = config(mode);
            this.title = mode + ", seed " + seed + ", " + config;
            this.breaker = builder().build(Holdfast.builder().clock(time).build());
            this.plain = new PlainBreaker(config, () -> time.nanoTime() - origin);
        }

        private PlainBreaker.Config config(Mode mode) {
            boolean rate = mode != Mode.CONSECUTIVE;
            boolean slow = mode == Mode.SLOW_CALLS || mode == Mode.SLOW_TIME || mode == Mode.ONLY_SLOW;
            boolean calls = mode == Mode.CALLS || mode == Mode.SLOW_CALLS || mode == Mode.ONLY_SLOW;
            int window = calls ? 1 + random.nextInt(30) : 0;
            return new PlainBreaker.Config(
                    rate ? 0 : 1 + random.nextInt(5),
                    1 + random.nextInt(3),
                    Duration.ofSeconds(10).toNanos(),
                    1 + random.nextInt(2),
                    rate && mode != Mode.ONLY_SLOW ? 1 + random.nextInt(100) : 0,
                    window,
                    rate && !calls ? Duration.ofSeconds(20).toNanos() : 0,
                    1 + random.nextInt(calls ? window : 10),
                    slow ? Duration.ofSeconds(1).toNanos() : 0,
                    slow ? 1 + random.nextInt(100) : 0);
        }

        private CircuitBreakerBuilder builder() {
            CircuitBreakerBuilder builder = CircuitBreaker.builder()
                    .successThreshold(config.successThreshold())
                    .recoveryTimeout(Duration.ofNanos(config.recovery()))
                    .recoveryFactor(config.growth())
                    .failureRate(config.failureRate())
                    .slowCallRate(config.slowCallRate())
                    .minimumCalls(config.minimumCalls());
            if (config.failureThreshold() > 0) {
                builder.failureThreshold(config.failureThreshold());
            }
            if (config.windowCalls() > 0) {
                builder.windowCalls(config.windowCalls());
            }
            if (config.windowNanos() > 0) {
                builder.window(Duration.ofNanos(config.windowNanos()));
            }
            return config.slowNanos() > 0 ? builder.slowCall(Duration.ofNanos(config.slowNanos())) : builder;
        }

        void drive() {
            for (int i = 0; i < EVENTS; i++) {
                String event = event(random.nextInt(1_000));
                assertThat(figuresOf(breaker))
                        .as("%s, event %d: %s", title, i, event)
                        .isEqualTo(figuresOf(plain));
            }
        }

        private String event(int dice) {
            if (dice < 400) {
                return admit();
            } else if (dice < 750) {
                return inFlight.isEmpty() ? "nothing" : finish(inFlight.remove(random.nextInt(inFlight.size())));
            } else if (dice < 770) {
                inFlight.clear();
                return "lose all calls";
            } else if (dice < 880) {
                long nanos = (long) (random.nextDouble() * random.nextInt(haste) * 500_000_000L);
                time.advance(Duration.ofNanos(nanos));
                return "time passes: " + nanos;
            } else if (dice < 980) {
                return byHand(dice);
            } else if (dice < 995) {
                return burst();
            }
            return operate(dice);
        }

        private String admit() {
            Permit permit = breaker.tryAcquirePermit();
            PlainBreaker.Ticket ticket = plain.admit(false);
            assertThat(permit != null).as("%s: admitted", title).isEqualTo(ticket != null);
            if (permit != null && ticket != null) {
                inFlight.add(new Call(permit, ticket));
            }
            return "admit";
        }

        private String finish(Call call) {
            int dice = random.nextInt(10);
            Outcome outcome = dice < 5 ? Outcome.SUCCESS : dice < 8 ? Outcome.FAILURE : Outcome.NEITHER;
            if (dice < 5) {
                call.permit.succeeded();
            } else if (dice == 5) {
                call.permit.failed();
            } else if (dice < 9) {
                call.permit.failed(outcome == Outcome.FAILURE ? FAILURE : UNMONITORED);
            } else {
                call.permit.release();
            }
            plain.report(call.ticket, outcome);
            return "finish " + outcome;
        }

        private String burst() {
            int calls = 10 + random.nextInt(40);
            for (int i = 0; i < calls; i++) {
                Permit permit = breaker.tryAcquirePermit();
                PlainBreaker.@Nullable Ticket ticket = plain.admit(false);
                if (permit != null && ticket != null) {
                    permit.succeeded();
                    plain.report(ticket, Outcome.SUCCESS);
                }
            }
            return "burst of " + calls;
        }

        private String byHand(int dice) {
            if (dice % 5 == 0) {
                breaker.recordSuccess();
                plain.reportByHand(Outcome.SUCCESS);
                return "record success";
            } else if (dice % 5 == 1) {
                breaker.recordFailure(FAILURE);
                plain.reportByHand(Outcome.FAILURE);
                return "record failure";
            } else if (dice % 5 == 2) {
                breaker.recordFailure(UNMONITORED);
                plain.reportByHand(Outcome.NEITHER);
                return "record what is not monitored";
            }
            assertThat(breaker.canExecute()).as("%s: can execute", title).isEqualTo(plain.admit(true) != null);
            return "can execute";
        }

        private String operate(int dice) {
            if (dice == 995) {
                breaker.forceOpen();
                plain.forceOpen();
                return "force open";
            } else if (dice == 996) {
                breaker.disable();
                plain.disable();
                return "disable";
            }
            breaker.reset();
            plain.reset();
            return "reset";
        }

        private String figuresOf(CircuitBreaker breaker) {
            BreakerSnapshot now = breaker.snapshot();
            assertThat(breaker.state()).isEqualTo(now.state());
            assertThat(breaker.failureCount()).isEqualTo(now.failureCount());
            assertThat(breaker.successCount()).isEqualTo(now.successCount());
            return figures(
                    now.state(),
                    now.failureCount(),
                    now.successCount(),
                    now.windowCalls(),
                    now.windowFailures(),
                    now.windowSlowCalls(),
                    now.retryAfter().toNanos(),
                    now.inState().toNanos());
        }

        private String figuresOf(PlainBreaker plain) {
            boolean counts = plain.state == CircuitState.CLOSED && config.rateMode();
            return figures(
                    plain.state,
                    plain.failureCount(),
                    plain.successes,
                    counts ? plain.failedCalls.calls() : 0,
                    counts ? plain.failedCalls.marked() : 0,
                    counts && config.slowNanos() > 0 ? plain.slowCalls.marked() : 0,
                    plain.retryAfter(),
                    (time.nanoTime() >> 26) - (origin + plain.entered >> 26) << 26 & (1L << 58) - 1);
        }

        private static String figures(
                CircuitState state,
                int failures,
                int successes,
                int calls,
                int failed,
                int slow,
                long retryAfter,
                long inState) {
            return state + ", failures " + failures + ", successes " + successes + ", window " + calls + " failed "
                    + failed + " slow " + slow + ", retry after " + retryAfter + ", for " + inState;
        }
    }
}
