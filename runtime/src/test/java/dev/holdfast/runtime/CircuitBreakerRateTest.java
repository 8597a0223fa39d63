package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.HALF_OPEN;
import static dev.holdfast.runtime.event.CircuitState.OPEN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.event.CircuitState;
import dev.holdfast.runtime.internal.breaker.ClosedClean;
import dev.holdfast.runtime.internal.breaker.CountWindow;
import dev.holdfast.runtime.internal.breaker.RateWindow;
import dev.holdfast.testing.VirtualTime;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rate mode over the last so many calls: when it opens, and what it forgets. */
class CircuitBreakerRateTest {

    private static final IOException FAILURE = new IOException("down");

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder().clock(time).build();

    private static CircuitBreakerBuilder half() {
        return CircuitBreaker.builder().failureRate(50).windowCalls(10).minimumCalls(4);
    }

    /** One call for each letter: a failure for F, a success for s. */
    private static void calls(CircuitBreaker breaker, String outcomes) {
        for (char outcome : outcomes.toCharArray()) {
            Permit permit = breaker.acquirePermit();
            if (outcome == 'F') {
                permit.failed(FAILURE);
            } else {
                permit.succeeded();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "FFF, CLOSED", // too few calls
        "FFFF, OPEN",
        "sFFF, OPEN",
        "ssFF, OPEN", // 50 %
        "FFss, OPEN", // a success can complete the minimum
        "sssF, CLOSED",
        "sssFsF, CLOSED",
        "sssFFsF, CLOSED", // 3 of 7
        "sssFFF, OPEN", // 3 of 6
        "sssssssssssssFFFF, CLOSED",
        "sssssssssssssFFFFF, OPEN", // 5 of the last 10
        "ssFssFssFssFssFss, CLOSED", // 3 or 4 of the last 10
        "FsssssssssFFFFsF, OPEN",
        "FsssssssssFFFFsss, CLOSED" // the oldest failure has left
    })
    void opensAtTheRateOfTheLastCalls(String outcomes, CircuitState state) {
        CircuitBreaker breaker = half().build();
        calls(breaker, outcomes);
        assertThat(breaker.state()).isEqualTo(state);
    }

    @Test
    void eachFailureLeavesTheWindowWithItsCall() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(100)
                .windowCalls(5)
                .minimumCalls(5)
                .build();
        calls(breaker, "sFsFF");
        int[] failures = {3, 2, 2, 1, 0, 0};
        for (int left : failures) {
            calls(breaker, "s");
            assertThat(breaker.snapshot().windowFailures()).isEqualTo(left);
            assertThat(breaker.snapshot().windowCalls()).isEqualTo(5);
        }
        calls(breaker, "FFFF");
        assertThat(breaker.failureCount()).isEqualTo(4);
        calls(breaker, "F");
        assertThat(breaker.state()).isEqualTo(OPEN);
        assertThat(breaker.failureCount()).isEqualTo(5);
    }

    @Test
    void aWindowOfOneCallIsThatCall() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(100)
                .windowCalls(1)
                .minimumCalls(1)
                .build();
        calls(breaker, "ssss");
        assertThat(breaker.state()).isEqualTo(CLOSED);
        calls(breaker, "F");
        assertThat(breaker.state()).isEqualTo(OPEN);
    }

    @Test
    void theLargestWindowKeepsCountThroughManyRounds() {
        CircuitBreaker breaker = CircuitBreaker.builder()
                .failureRate(51)
                .windowCalls(10_000)
                .minimumCalls(10_000)
                .build();
        for (int i = 0; i < 50_000; i++) {
            calls(breaker, i % 2 == 0 ? "F" : "s");
        }
        assertThat(breaker.snapshot().windowFailures()).isEqualTo(5_000);
        assertThat(breaker.snapshot().failureRate()).isEqualTo(50.0);
        assertThat(breaker.state()).isEqualTo(CLOSED);
        for (int i = 0; i < 10_000; i++) {
            calls(breaker, "s");
        }
        assertThat(breaker.snapshot().windowFailures()).isZero();
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(10_000);
    }

    @Test
    void aWindowWithoutFailuresThatIsFullIsLeftAlone() {
        CircuitBreaker breaker = half().build();
        calls(breaker, "sssssssss");
        assertThat(Engines.of(breaker).current())
                .isInstanceOf(ClosedClean.class)
                .hasToString("1");
        calls(breaker, "sssss");
        assertThat(Engines.of(breaker).current()).hasToString("0");
        calls(breaker, "F");
        CountWindow dirty = new CountWindow(3, 3, 1);
        dirty.record(false);
        assertThat(dirty).as("no call more than it was made with").hasValue(3);
        dirty.record(true);
        for (int i = 0; i < CountWindow.SWEEP; i++) {
            assertThat(dirty.record(false)).isEqualTo(RateWindow.UNCHANGED);
        }
        long full = dirty.get();
        dirty.record(false);
        assertThat(dirty).as("full and without failures again").hasValue(full);
    }

    @Test
    void callsOfTheCleanBeginningCountOnWithTheFirstFailure() {
        CircuitBreaker breaker = half().build();
        calls(breaker, "s");
        Permit first = breaker.acquirePermit();
        Permit second = breaker.acquirePermit();
        calls(breaker, "F");
        first.succeeded();
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(3);
        second.failed(FAILURE);
        assertThat(breaker.state()).as("2 of 4").isEqualTo(OPEN);
    }

    @Test
    void callsOfAnEarlierStayInClosedCountNowhere() {
        CircuitBreaker breaker = half().build(holdfast);
        Permit clean = breaker.acquirePermit();
        calls(breaker, "F");
        Permit dirty = breaker.acquirePermit();
        breaker.reset();
        for (int i = 0; i < 10; i++) {
            clean.failed(FAILURE);
            dirty.failed(FAILURE);
            clean.succeeded();
        }
        assertThat(breaker.snapshot().windowCalls()).isZero();
        calls(breaker, "FFFF");
        time.advance(Duration.ofSeconds(60));
        Permit probe = breaker.acquirePermit();
        clean.succeeded();
        dirty.succeeded();
        assertThat(breaker.successCount()).isZero();
        dirty.failed(FAILURE);
        assertThat(breaker.state()).isEqualTo(HALF_OPEN);
        probe.succeeded();
        breaker.acquirePermit().succeeded();
        assertThat(breaker.state()).isEqualTo(CLOSED);
        assertThat(breaker.snapshot().windowCalls())
                .as("probes are not in the window")
                .isZero();
    }

    @Test
    void whatIsNeitherSuccessNorFailureIsNoCall() {
        CircuitBreaker breaker = half().build();
        for (int i = 0; i < 20; i++) {
            breaker.acquirePermit().failed(new AssertionError());
            breaker.acquirePermit().release();
            breaker.acquirePermit().failed(new InterruptedException());
        }
        assertThat(breaker.snapshot().windowCalls()).isZero();
        calls(breaker, "F");
        breaker.acquirePermit().failed(new AssertionError());
        breaker.acquirePermit().release();
        assertThat(breaker.snapshot().windowCalls()).isEqualTo(1);
    }

    @Test
    void successesAllocateNoPermit() {
        CircuitBreaker breaker = half().build();
        assertThat(breaker.acquirePermit()).isSameAs(breaker.acquirePermit());
        calls(breaker, "F");
        assertThat(breaker.acquirePermit()).isSameAs(breaker.acquirePermit());
    }

    @Test
    void theManualProtocolCountsToo() {
        CircuitBreaker breaker = half().build();
        for (int i = 0; i < 2; i++) {
            assertThat(breaker.canExecute()).isTrue();
            breaker.recordSuccess();
            breaker.recordFailure(FAILURE);
        }
        assertThat(breaker.state()).isEqualTo(OPEN);
    }
}
