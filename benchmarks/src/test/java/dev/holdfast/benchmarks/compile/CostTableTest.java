package dev.holdfast.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.holdfast.benchmarks.result.Estimate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CostTableTest {

    private static final Size SIZE = new Size(10, 5);

    @Test
    void costsAreDifferencesOfMediansForEachInterface() {
        Measurements measured = new Measurements("cold");
        add(measured, Variant.INTERFACES, 100, 90, 5_000);
        add(measured, Variant.IDLE_PROCESSOR, 60, 60, 60);
        add(measured, Variant.PROCESSING, 110, 110, 110);
        add(measured, Variant.FULL, 400, 350, 450);
        add(measured, Variant.BY_HAND, 300, 299, 301);
        add(measured, Variant.AUTO_VALUE_TYPES, 50, 50);
        add(measured, Variant.AUTO_VALUE, 148, 152);
        add(measured, Variant.MAP_STRUCT_TYPES, 50, 50);
        add(measured, Variant.MAP_STRUCT, 250, 250);

        assertThat(CostTable.of(List.of(measured)))
                // processing 400 - 300, compiling 300 - 100, in all 400 - 100, alone 110 - 60; each over 10 interfaces
                .contains("| cold | 10 x 5 | 10.00 | 20.00 | 0.50 | 30.00 | 5.00 |\n")
                .contains("| cold | 10 x 5 | 100 (90 to 5,000) | 60 (60 to 60) | 110 (110 to 110) | 400 (350 to 450) | "
                        + "300 (299 to 301) |\n")
                // AutoValue costs 150 - 50 and an error of 2, MapStruct 250 - 50
                .contains("| 10.00 ± 0.20 | 20.00 ± 0.00 |");
    }

    @Test
    void aProcessorCostsWhatItsCompilationTakesMoreThanThatOfItsSources() {
        Measurements measured = new Measurements("cold");
        add(measured, Variant.AUTO_VALUE_TYPES, 50, 50);
        add(measured, Variant.AUTO_VALUE, 148, 152);
        add(measured, Variant.INTERFACES, 100);
        add(measured, Variant.FULL, 300);

        assertThat(Processor.AUTO_VALUE.cost(measured, SIZE)).isEqualTo(new Estimate(10, 0.2, 2));
        // One run has no error.
        assertThat(Processor.HOLDFAST.cost(measured, SIZE)).isEqualTo(new Estimate(20, 0, 1));
    }

    private static void add(Measurements measured, Variant variant, double... milliseconds) {
        for (double each : milliseconds) {
            measured.add(SIZE, variant, each);
        }
    }
}
