package dev.holdfast.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.annotations.Jitter;
import dev.holdfast.runtime.ExponentialBackoff;
import dev.holdfast.runtime.Holdfast;
import dev.holdfast.runtime.RateLimiter;
import dev.holdfast.runtime.Resilience;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Waits are as long as settings and servers say. */
class NoJitterTest {

    private final VirtualTime time = new VirtualTime();
    private final Holdfast holdfast =
            time.holdfast().random(VirtualTime.noJitter()).build();
    private final Queue<Integer> statuses = new ArrayDeque<>();

    @ParameterizedTest
    @EnumSource(names = {"NONE", "FULL", "EQUAL"})
    void ofABackoffTheWaitIsWhole(Jitter jitter) throws IOException {
        statuses.addAll(List.of(503, 503, 200));
        Resilience.of(this::answer)
                .holdfast(holdfast)
                .backoff(ExponentialBackoff.builder()
                        .baseDelay(Duration.ofMillis(200))
                        .jitter(jitter)
                        .build())
                .status(status -> status)
                .call();
        assertThat(time.sleeps()).containsExactly(Duration.ofMillis(200), Duration.ofMillis(400));
    }

    @Test
    void nothingIsAddedToAHold() throws IOException {
        statuses.addAll(List.of(429, 200));
        Resilience.of(this::answer)
                .holdfast(holdfast)
                .rateLimiter(RateLimiter.builder().build(holdfast))
                .status(status -> status)
                .header((status, name) -> name.equals("Retry-After") ? "2" : null)
                .call();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(2));
    }

    @Test
    void norToTheWaitThatAFailureNames() throws IOException {
        statuses.addAll(List.of(503, 200));
        Resilience.of(this::answer)
                .holdfast(holdfast)
                .backoff(ExponentialBackoff.builder().build())
                .status(status -> status)
                .header((status, name) -> name.equals("Retry-After") ? "7" : null)
                .call();
        assertThat(time.sleeps()).containsExactly(Duration.ofSeconds(7));
    }

    private int answer() throws IOException {
        return statuses.remove();
    }
}
