package dev.holdfast.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Policies;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The first protected call loads few classes; its time is not asserted. */
class FirstCallTest {

    @Test
    void loadsFewClasses() throws IOException, InterruptedException {
        Figures figures = new Figures("", new ArrayList<>());

        FirstCallReport.measure(figures, Policies.LIMITED, List.of("Holdfast"), 1);

        assertThat(figures.value(FirstCallReport.measure(Policies.LIMITED), "Holdfast", "classes")
                        .orElseThrow())
                .isBetween(1.0, (double) Limits.FIRST_CALL_CLASSES);
    }
}
