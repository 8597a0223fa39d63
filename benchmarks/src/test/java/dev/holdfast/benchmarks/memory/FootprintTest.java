package dev.holdfast.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.subject.Policies;
import dev.holdfast.benchmarks.subject.Subject;
import dev.holdfast.benchmarks.subject.Subjects;
import org.junit.jupiter.api.Test;

/** Breakers and clients stay small. */
class FootprintTest {

    private static final Subject HOLDFAST = Subjects.named("Holdfast");

    @Test
    void countsWhatBelongsToOneObjectOnly() {
        byte[] shared = new byte[1_000];

        Footprint footprint = Footprint.of(() -> new Object[] {shared, new byte[100]});

        assertThat(footprint.bytes()).isBetween(100L + 2 * 4, 100L + 2 * 8 + 2 * 24);
    }

    @Test
    void aBreakerIsSmall() {
        assertThat(withoutSettings(Policies.BREAKER)).isBetween(1L, Limits.BREAKER_BYTES);
    }

    @Test
    void aCleanCountWindowIsSmall() {
        assertThat(withoutSettings(Policies.COUNT_WINDOW)).isBetween(1L, Limits.COUNT_WINDOW_BYTES);
    }

    @Test
    void aClientOfOneMethodIsSmall() {
        Footprint client = FootprintReport.client(HOLDFAST, Policies.BREAKER);

        assertThat(client.withoutSettings()).isBetween(1L, Limits.CLIENT_BYTES);
    }

    private static long withoutSettings(Policies policies) {
        return FootprintReport.breaker(HOLDFAST, new Use("", policies, 0)).withoutSettings();
    }
}
