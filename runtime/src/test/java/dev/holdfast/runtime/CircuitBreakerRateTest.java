package dev.holdfast.runtime;

import static dev.holdfast.runtime.CircuitBreaker.State.CLOSED;
import static dev.holdfast.runtime.CircuitBreaker.State.HALF_OPEN;
import static dev.holdfast.runtime.CircuitBreaker.State.OPEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.runtime.testing.VirtualTime;
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
    void opensAtTheRateOfTheLastCalls(String outcomes, CircuitBreaker.State state) {
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
        assertThat(breaker.current()).isInstanceOf(ClosedClean.class).hasToString("1");
        calls(breaker, "sssss");
        assertThat(breaker.current()).hasToString("0");
        calls(breaker, "F");
        CountWindow dirty = new CountWindow(3, 3);
        long full = dirty.get();
        dirty.record(false);
        assertThat(dirty).hasValue(full);
        dirty.record(true);
        for (int i = 0; i < 3; i++) {
            dirty.record(false);
        }
        full = dirty.get();
        assertThat(dirty.record(false)).isEqualTo(RateWindow.UNCHANGED);
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

    @Test
    void refusesWhatIsOutOfRange() {
        CircuitBreakerBuilder builder = CircuitBreaker.builder();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.failureRate(101))
                .withMessage("failureRate is 101, must be from 0 to 100");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.failureRate(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.slowCallRate(101));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.windowCalls(0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.windowCalls(10_001))
                .withMessage("windowCalls is 10001, must be from 1 to 10000");
        assertThatIllegalArgumentException().isThrownBy(() -> builder.window(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.slowCall(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minimumCalls(0));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.minimumCalls(1_000_001));
    }

    @Test
    void refusesSettingsThatContradictEachOther() {
        refuses(CircuitBreaker.builder().failureRate(50), "failureRate is set without window, set that too");
        refuses(
                CircuitBreaker.builder().slowCallRate(50).slowCall(Duration.ofSeconds(1)),
                "slowCallRate is set without window, set that too");
        refuses(
                CircuitBreaker.builder().windowCalls(50),
                "window is set without failureRate or slowCallRate, set that too");
        refuses(
                CircuitBreaker.builder().window(Duration.ofSeconds(60)),
                "window is set without failureRate or slowCallRate, set that too");
        refuses(half().slowCall(Duration.ofSeconds(1)), "slowCall is set without slowCallRate, set that too");
        refuses(half().slowCallRate(1), "slowCallRate is set without slowCall, set that too");
        refuses(half().failureThreshold(5), "failureThreshold is set beside failureRate, set one of them");
        refuses(half().minimumCalls(11), "window is 10 calls, must be at least minimumCalls, which is 11");
        assertThat(half().minimumCalls(10).build().state()).isEqualTo(CLOSED);
        assertThat(half().window(Duration.ofSeconds(1)).minimumCalls(11).build().state())
                .isEqualTo(CLOSED);
        assertThat(half().window(Duration.ofSeconds(1)).windowCalls(4).build().state())
                .isEqualTo(CLOSED);
    }

    private static void refuses(CircuitBreakerBuilder builder, String message) {
        assertThatIllegalArgumentException().isThrownBy(builder::build).withMessage(message);
    }

    @Test
    void sharedBreakersMustAgreeOnTheRateToo() {
        holdfast.circuitBreaker(half().name("x"), "A");
        assertThat(holdfast.circuitBreaker(half().name("x"), "B"))
                .isSameAs(holdfast.circuitBreaker(half().name("x"), "C"));
        assertThat(new BreakerSettings(half(), time, Events.NONE))
                .asString()
                .startsWith("failureRate=50, window=10 calls, minimumCalls=4, slowCall=, slowCallRate=0, ");
        CircuitBreakerBuilder slow = half().window(Duration.ofSeconds(90))
                .slowCall(Duration.ofMillis(250))
                .slowCallRate(80);
        assertThat(new BreakerSettings(slow, time, Events.NONE))
                .asString()
                .startsWith("failureRate=50, window=1m30s, minimumCalls=4, slowCall=250ms, slowCallRate=80, ");
    }
}
