package dev.holdfast.benchmarks.pending;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PendingRetriesTest {

    @Test
    void aHundredThousandNeedOneThreadAndLittleMemory() {
        PendingRetries.Held held = PendingRetries.hold(100_000);
        assertThat(held.threads()).isEqualTo(1);
        assertThat(held.bytes()).isBetween(50.0, 300.0);
    }

    @Test
    void noAttemptBeginsTooEarly() throws InterruptedException {
        assertThat(PendingRetries.lateness(20, Duration.ofMillis(2))[0])
                .as("the earliest")
                .isNotNegative();
    }
}
