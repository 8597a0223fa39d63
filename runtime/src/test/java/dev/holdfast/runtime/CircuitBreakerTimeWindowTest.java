package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.internal.breaker.RateWindow;
import dev.holdfast.runtime.internal.breaker.TimeWindow;
import dev.holdfast.runtime.spi.Clock;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Rate mode over the latest time: ten slices, and a clock that is read as seldom as the documentation says. */
class CircuitBreakerTimeWindowTest {

    private static final IOException FAILURE = new IOException();
    private static final Duration SLICE = Duration.ofSeconds(1);

    private final VirtualTime time = new VirtualTime();
    private final AtomicInteger readings = new AtomicInteger();
    private final Clock clock = new Clock() {
        @Override
        public long nanoTime() {
            readings.incrementAndGet();
            return time.nanoTime();
        }

        @Override
        public long currentTimeMillis() {
            return time.currentTimeMillis();
        }
    };

    private CircuitBreaker breaker(int failureRate, int minimumCalls) {
        return CircuitBreaker.builder()
                .failureRate(failureRate)
                .window(SLICE.multipliedBy(10))
                .minimumCalls(minimumCalls)
                .build(Holdfast.builder().clock(clock).build());
    }

    private static void fail(CircuitBreaker breaker, int times) {
        for (int i = 0; i < times; i++) {
            breaker.acquirePermit().failed(FAILURE);
        }
    }

    private int readingsOf(CircuitBreaker breaker, int successes) {
        int before = readings.get();
        for (int i = 0; i < successes; i++) {
            breaker.acquirePermit().succeeded();
        }
        return readings.get() - before;
    }

    @Test
    void opensAtTheRateOfTheLatestTime() {
        CircuitBreaker breaker = breaker(50, 4);
        fail(breaker, 3);
        assertThat(breaker.state()).isEqualTo(CLOSED);
        breaker.acquirePermit().succeeded();
        assertThat(breaker.state()).as("a success can complete the minimum").isEqualTo(OPEN);
        assertThat(breaker.failureCount()).isEqualTo(3);
    }

    @Test
    void callsLeaveTheWindowSliceBySlice() {
        CircuitBreaker breaker = breaker(100, 50);
        for (int i = 0; i < 12; i++) {
            fail(breaker, 1);
            breaker.acquirePermit().succeeded();
            time.advance(SLICE);
        }
        // The slice that begins now has no calls yet.
        for (int left = 9; left >= 0; left--) {
            assertThat(breaker.snapshot().windowFailures()).isEqualTo(left);
            assertThat(breaker.snapshot().windowCalls()).isEqualTo(2 * left);
            time.advance(SLICE);
        }
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void coversNineTenthsAtLeastAndItsLengthAtMost() {
        CircuitBreaker breaker = breaker(100, 50);
        time.advance(SLICE.minusNanos(1));
        fail(breaker, 1);
        time.advance(SLICE.multipliedBy(9));
        assertThat(breaker.failureCount()).as("9 slices old").isEqualTo(1);
        time.advance(Duration.ofNanos(1));
        assertThat(breaker.failureCount()).isZero();
        fail(breaker, 1);
        time.advance(SLICE.multipliedBy(10).minusNanos(1));
        assertThat(breaker.failureCount()).as("almost 10 slices old").isEqualTo(1);
        time.advance(Duration.ofNanos(1));
        assertThat(breaker.failureCount()).isZero();
    }

    @Test
    void aFailureAfterALullIsCountedWhenItComes() {
        CircuitBreaker breaker = breaker(100, 2);
        fail(breaker, 1);
        time.advance(Duration.ofHours(1));
        fail(breaker, 1);
        assertThat(breaker.state()).isEqualTo(CLOSED);
        assertThat(breaker.failureCount()).isEqualTo(1);
        fail(breaker, 1);
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void failuresReadTheClockAndOfSuccessesOneInSixteen() {
        CircuitBreaker breaker = breaker(100, 20);
        assertThat(readingsOf(breaker, 20)).as("up to the minimum").isEqualTo(20);
        assertThat(readingsOf(breaker, 160)).isEqualTo(10);
        int before = readings.get();
        fail(breaker, 3);
        assertThat(readings.get() - before).isEqualTo(3);
        assertThat(readingsOf(breaker, 160)).isEqualTo(10);
    }

    @Test
    void theSuccessAfterANewSliceReadsTheClock() {
        CircuitBreaker breaker = breaker(100, 1);
        readingsOf(breaker, 20);
        time.advance(SLICE);
        fail(breaker, 1);
        assertThat(readingsOf(breaker, 1)).isEqualTo(1);
        assertThat(readingsOf(breaker, 160)).isEqualTo(10);
    }

    @Test
    void rareCallsAreCountedExactly() {
        CircuitBreaker breaker = breaker(50, 2);
        for (int i = 0; i < 100; i++) {
            assertThat(readingsOf(breaker, 1)).isEqualTo(1);
            time.advance(SLICE.multipliedBy(2));
            assertThat(breaker.snapshot().windowCalls()).isEqualTo(Math.min(i + 1, 4));
        }
    }

    @Test
    void successesBetweenReadingsBelongToTheSliceOfTheLatest() {
        CircuitBreaker breaker = breaker(100, 1);
        readingsOf(breaker, 32);
        time.advance(SLICE.multipliedBy(9));
        assertThat(readingsOf(breaker, 15)).as("not one reading").isZero();
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(47);
        time.advance(SLICE);
        assertThat(breaker.snapshot().windowCalls())
                .as("the 15 leave with the 32, of whose time they seem")
                .isZero();
        assertThat(readingsOf(breaker, 2)).as("the 48th and the one after").isEqualTo(2);
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(1);
    }

    /** A thread with an identity of its own, which is what chooses its stripe. */
    private static final class Caller extends Thread {
        private final long id;

        Caller(long id, Runnable work) {
            super(work);
            this.id = id;
        }

        @Override
        public long getId() {
            return id;
        }
    }

    private int readingsOf(TimeWindow window, int successes, long thread) throws InterruptedException {
        int before = readings.get();
        Caller caller = new Caller(thread, () -> {
            for (int i = 0; i < successes; i++) {
                window.record(false);
            }
        });
        caller.start();
        caller.join();
        return readings.get() - before;
    }

    @Test
    void threadsThatDoNotCollideShareACount() throws InterruptedException {
        TimeWindow window = new TimeWindow(SLICE.toNanos() * 10, 1, clock);
        assertThat(readingsOf(window, 2, 1)).isEqualTo(1);
        assertThat(readingsOf(window, 13, 2)).isZero();
        assertThat(readingsOf(window, 1, 3)).as("the 16th of all").isEqualTo(1);
        assertThat(RateWindow.calls(window.totals())).isEqualTo(16);
    }

    @Test
    void threadsThatCollideCountOnStripesOfTheirOwnAndAllOfThemCount() throws InterruptedException {
        TimeWindow window = new TimeWindow(SLICE.toNanos() * 10, 1, clock);
        assertThat(readingsOf(window, 1, 1)).isEqualTo(1);
        window.spread();
        window.spread();
        assertThat(readingsOf(window, 2, 1)).isZero();
        for (long thread : new long[] {0, 16, 64, 1L << 40, -16}) {
            assertThat(readingsOf(window, 3, thread)).as("all on one stripe").isZero();
        }
        assertThat(readingsOf(window, 14, 1)).as("the 16th of its stripe").isEqualTo(1);
        assertThat(readingsOf(window, 1, 0)).as("and of the other").isEqualTo(1);
        assertThat(window.totals()).isEqualTo(RateWindow.totals(33, 0));
    }

    @Test
    void aResetForgetsAll() {
        CircuitBreaker breaker = breaker(100, 50);
        Permit late = breaker.acquirePermit();
        fail(breaker, 10);
        breaker.reset();
        late.failed(FAILURE);
        assertThat(breaker.snapshot().windowCalls()).isZero();
    }

    @Test
    void moreCallsThanAnIntHoldsKeepTheirRatio() {
        long totals = RateWindow.totals(10L << 40, 1L << 40);
        assertThat((double) RateWindow.marked(totals) / RateWindow.calls(totals))
                .isEqualTo(0.1, org.assertj.core.api.Assertions.within(1e-6));
        totals = RateWindow.totals(Integer.MAX_VALUE, Integer.MAX_VALUE);
        assertThat(RateWindow.calls(totals)).isEqualTo(Integer.MAX_VALUE);
        assertThat(RateWindow.marked(totals)).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void otherModesReadNoClockForACallThatSucceeds() {
        CircuitBreakerBuilder calls =
                CircuitBreaker.builder().failureRate(50).windowCalls(10).minimumCalls(10);
        for (CircuitBreakerBuilder mode : new CircuitBreakerBuilder[] {CircuitBreaker.builder(), calls}) {
            CircuitBreaker breaker = mode.build(Holdfast.builder().clock(clock).build());
            assertThat(readingsOf(breaker, 100)).isZero();
            fail(breaker, 1);
            assertThat(readingsOf(breaker, 100)).isZero();
        }
    }

    @Test
    void theShortestWindowWorks() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(100)
                .window(Duration.ofNanos(1))
                .minimumCalls(2)
                .build(Holdfast.builder().clock(clock).build());
        fail(breaker, 1);
        time.advance(Duration.ofNanos(10));
        fail(breaker, 1);
        assertThat(breaker.state()).isEqualTo(CLOSED);
        fail(breaker, 1);
        assertThat(breaker.state()).isEqualTo(OPEN);
    }
}
