package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.holdfast.testing.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What a breaker in rate mode refuses to be built with, and shared with. */
class CircuitBreakerRateSettingsTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast = Holdfast.builder().clock(time).build();

    private static CircuitBreakerBuilder half() {
        return CircuitBreaker.builder().failureRate(50).windowCalls(10).minimumCalls(4);
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
        assertThat(Engines.of(half().build()).settings())
                .asString()
                .startsWith("failureRate=50, window=10 calls, minimumCalls=4, slowCall=, slowCallRate=0, ");
        CircuitBreakerBuilder slow = half().window(Duration.ofSeconds(90))
                .slowCall(Duration.ofMillis(250))
                .slowCallRate(80);
        assertThat(Engines.of(slow.build()).settings())
                .asString()
                .startsWith("failureRate=50, window=1m30s, minimumCalls=4, slowCall=250ms, slowCallRate=80, ");
    }
}
