package dev.holdfast.benchmarks.subject;

import java.time.Duration;

/** How long attempts may take. */
final class TimeLimits {

    private TimeLimits() {}

    static boolean isFor(Policies policies) {
        return policies == Policies.TIMEOUT || policies == Policies.LONG_TIMEOUT;
    }

    static Duration of(Policies policies) {
        return policies == Policies.TIMEOUT ? Duration.ofMillis(500) : Duration.ofSeconds(10);
    }
}
