package dev.holdfast.it.answers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.runtime.CircuitBreaker;
import dev.holdfast.testing.VirtualTime;
import java.util.List;

/** What the tests of all kinds of streams have in common. */
abstract class StreamTable {

    final VirtualTime time = new VirtualTime();
    final StreamSource source = new StreamSource();
    final CircuitBreaker breaker =
            CircuitBreaker.builder().name("mine").failureThreshold(9).build();

    static List<StreamType> all() {
        return StreamType.ALL;
    }

    static List<StreamType> demanding() {
        return StreamType.demanding();
    }

    /** Those whose subscriber no library wraps. */
    static List<StreamType> plain() {
        return demanding().stream()
                .filter(each -> each.name().equals("publisher") || each.name().equals("flow"))
                .toList();
    }

    ResilientRetriedStreams retried() {
        return ResilientRetriedStreams.builder(source)
                .holdfast(time.holdfast().build())
                .circuitBreaker(breaker)
                .build();
    }

    ResilientTimedStreams timed() {
        return ResilientTimedStreams.builder(source)
                .holdfast(time.holdfast().build())
                .circuitBreaker(breaker)
                .build();
    }

    static void assertComplete(Items items, Integer... expected) {
        assertThat(items.failures).isEmpty();
        assertThat(items.items).containsExactly(expected);
        assertThat(items.completions).isEqualTo(1);
    }

    static void assertFailed(Items items, Throwable failure, Integer... expected) {
        assertThat(items.failures).containsExactly(failure);
        assertThat(items.items).containsExactly(expected);
        assertThat(items.completions).isZero();
    }
}
