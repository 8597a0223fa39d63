package dev.holdfast.benchmarks.compile;

import static org.assertj.core.api.Assertions.assertThat;

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
        add(measured, Variant.AUTO_VALUE_TYPES, 100, 100, 100);
        add(measured, Variant.AUTO_VALUE, 250, 250, 250);
        add(measured, Variant.MAP_STRUCT_TYPES, 100, 100, 100);
        add(measured, Variant.MAP_STRUCT, 700, 600, 800);

        assertThat(CostTable.of(List.of(measured)))
                // processing 400 - 300, compiling 300 - 100, in all 400 - 100, alone 110 - 60; each over 10 interfaces
                .contains("| cold | 10 x 5 | 10.00 | 20.00 | 0.50 | 30.00 | 5.00 |\n")
                .contains("| cold | 10 x 5 | 100 (90 to 5,000) | 60 (60 to 60) | 110 (110 to 110) | 400 (350 to 450) | "
                        + "300 (299 to 301) |\n")
                // means, whose errors add up
                .contains(" | 15.00 ± 0.00 | 60.00 ± 5.77 | ");
    }

    private static void add(Measurements measured, Variant variant, double... milliseconds) {
        for (double each : milliseconds) {
            measured.add(SIZE, variant, each);
        }
    }
}
