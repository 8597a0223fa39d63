package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.HoldEvent;
import dev.holdfast.runtime.event.ResilienceListener;
import dev.holdfast.runtime.event.StateChangeEvent;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What one breaker or limiter tells its listener comes in the order in which it happened. */
class EventOrderTest {

    private static final IOException FAILURE = new IOException("down");

    private final VirtualTime time = new VirtualTime();
    private final List<String> told = new CopyOnWriteArrayList<>();

    /** What the listener does beside noting, when it is told something. */
    private volatile Consumer<String> then = event -> {};

    private final Holdfast holdfast = time.holdfast()
            .listener(new ResilienceListener() {
                @Override
                public void onStateChange(StateChangeEvent event) {
                    note(event.from() + ">" + event.to());
                }

                @Override
                public void onHold(HoldEvent event) {
                    note("hold " + event.duration().toSeconds());
                }

                @Override
                public void onRelease(HoldEvent event) {
                    note("release " + event.duration().toSeconds());
                }
            })
            .build();

    private final CircuitBreaker breaker = CircuitBreaker.builder()
            .failureThreshold(1)
            .successThreshold(1)
            .recoveryTimeout(Duration.ofSeconds(1))
            .build(holdfast);

    private final RateLimiter limiter = RateLimiter.builder().build(holdfast);

    private void note(String event) {
        told.add(event);
        then.accept(event);
        told.add("end of " + event);
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    /** Lets another thread do something while the listener is at work on an event. */
    private void during(String event, Runnable work) {
        then = each -> {
            if (each.equals(event)) {
                Thread other = new Thread(work);
                other.start();
                try {
                    other.join(10_000);
                } catch (InterruptedException never) {
                    throw new AssertionError(never);
                }
                assertThat(other.isAlive())
                        .as("waits for the listener of another thread")
                        .isFalse();
            }
        };
    }

    @Test
    void aChangeWhileTheListenerIsAtWorkIsToldAfterIt() {
        during("CLOSED>OPEN", breaker::reset);
        breaker.recordFailure(FAILURE);
        assertThat(told).containsExactly("CLOSED>OPEN", "end of CLOSED>OPEN", "OPEN>CLOSED", "end of OPEN>CLOSED");
        assertThat(breaker.state()).isEqualTo(CLOSED);
    }

    @Test
    void aChangeByTheListenerIsToldAfterTheOneThatItIsAtWorkOn() {
        then = event -> {
            if (event.equals("CLOSED>OPEN")) {
                breaker.reset();
                breaker.forceOpen();
            }
        };
        breaker.recordFailure(FAILURE);
        assertThat(told)
                .containsExactly(
                        "CLOSED>OPEN",
                        "end of CLOSED>OPEN",
                        "OPEN>CLOSED",
                        "end of OPEN>CLOSED",
                        "CLOSED>FORCED_OPEN",
                        "end of CLOSED>FORCED_OPEN");
    }

    @Test
    void whatTheListenerThrowsEndsNothing() {
        then = event -> {
            if (event.equals("CLOSED>OPEN")) {
                breaker.reset();
            }
            throw new StackOverflowError("from the listener");
        };
        breaker.recordFailure(FAILURE);
        breaker.forceOpen();
        assertThat(told).containsExactly("CLOSED>OPEN", "OPEN>CLOSED", "CLOSED>FORCED_OPEN");
    }

    @Test
    void breakersDoNotWaitForEachOther() {
        CircuitBreaker other = CircuitBreaker.builder().failureThreshold(1).build(holdfast);
        then = event -> {
            then = inner -> {};
            other.recordFailure(FAILURE);
            told.add("other is " + other.state());
        };
        breaker.recordFailure(FAILURE);
        assertThat(told)
                .containsExactly(
                        "CLOSED>OPEN", "CLOSED>OPEN", "end of CLOSED>OPEN", "other is OPEN", "end of CLOSED>OPEN");
    }

    @Test
    void holdsOfALimiterAreToldInOrderToo() {
        during("hold 1", () -> {
            Engines.of(limiter).holdFor(seconds(5));
            limiter.release();
        });
        Engines.of(limiter).holdFor(seconds(1));
        Engines.of(limiter).holdFor(seconds(2));
        time.advance(Duration.ofSeconds(2));
        assertThat(Engines.of(limiter).currentHold()).isNull();
        assertThat(told.stream().filter(event -> !event.startsWith("end")))
                .containsExactly("hold 1", "hold 5", "release 0", "hold 2", "release 2");
    }

    @Test
    void manyThreadsMakeOneChain() throws Exception {
        int threads = 4;
        CountDownLatch done = new CountDownLatch(threads);
        for (int i = 0; i < threads; i++) {
            new Thread(() -> {
                        for (int round = 0; round < 500; round++) {
                            breaker.recordFailure(FAILURE);
                            breaker.reset();
                            breaker.disable();
                        }
                        done.countDown();
                    })
                    .start();
        }
        done.await();
        String state = CLOSED.name();
        for (int i = 0; i < told.size(); i += 2) {
            assertThat(told.get(i)).startsWith(state + ">");
            assertThat(told.get(i + 1)).as("one at a time").isEqualTo("end of " + told.get(i));
            state = told.get(i).substring(state.length() + 1);
        }
        assertThat(state).isEqualTo(breaker.state().name());
        assertThat(state).isNotEqualTo(OPEN.name());
    }
}
