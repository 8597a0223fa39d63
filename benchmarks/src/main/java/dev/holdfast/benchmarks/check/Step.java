package dev.holdfast.benchmarks.check;

import dev.holdfast.benchmarks.result.Figures;
import java.util.List;

/**
 * Something to measure, and the bounds on it.
 *
 * @param measurement adds the figures
 * @param bounds on them
 */
record Step(Measurement measurement, List<Bound> bounds) {

    /** Measures. */
    interface Measurement {
        void addTo(Figures figures) throws Exception;
    }
}
