package dev.holdfast.benchmarks.startup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.Limits;
import dev.holdfast.benchmarks.subject.Policies;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The first protected call loads few classes; its time is not asserted. */
class FirstCallTest {

    @Test
    void loadsFewClasses() throws IOException, InterruptedException {
        double direct = FirstCallReport.measure("Direct", Policies.LIMITED, 1).classes();
        double holdfast =
                FirstCallReport.measure("Holdfast", Policies.LIMITED, 1).classes();

        assertThat(holdfast - direct).isBetween(1.0, (double) Limits.FIRST_CALL_CLASSES);
    }
}
