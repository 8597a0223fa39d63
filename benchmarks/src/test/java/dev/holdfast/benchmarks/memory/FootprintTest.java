package dev.holdfast.benchmarks.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.ChildJvm;
import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Breakers and clients stay small. Measured in a JVM of its own, where no other thread changes what they reach. */
class FootprintTest {

    @TempDir
    static Path folder;

    private static Figures figures = Figures.begin();

    @BeforeAll
    static void measure() throws IOException, InterruptedException {
        Path file = folder.resolve("memory.json");
        ChildJvm.run(List.of("-Djol.magicFieldOffset=true"), FootprintReport.class, file.toString(), "Holdfast");
        figures = Figures.read(file);
    }

    @Test
    void countsWhatBelongsToOneObjectOnly() {
        byte[] shared = new byte[1_000];

        Footprint footprint = Footprint.of(() -> new Object[] {shared, new byte[100]});

        assertThat(footprint.bytes()).isBetween(100L + 2 * 4, 100L + 2 * 8 + 2 * 24);
    }

    @Test
    void aBreakerIsSmall() {
        assertThat(bytes("breaker, heap")).isBetween(1.0, Limits.BREAKER_BYTES);
    }

    @Test
    void aCleanCountWindowIsSmall() {
        assertThat(bytes("count window, heap")).isBetween(1.0, Limits.COUNT_WINDOW_BYTES);
    }

    @Test
    void aClientOfOneMethodIsSmall() {
        assertThat(bytes(FootprintReport.clientMeasure(Policies.BREAKER))).isBetween(1.0, Limits.CLIENT_BYTES);
    }

    private static double bytes(String measure) {
        return figures.value(measure, "Holdfast", "B").orElseThrow();
    }
}
