package dev.holdfast.benchmarks.compile;

import java.util.Locale;

/**
 * A figure that is not exact.
 *
 * @param mean its best estimate
 * @param error the standard error of that; not a number where it was measured once
 */
record Cost(double mean, double error) {

    /** How many times another this is. */
    Cost over(Cost other) {
        double ratio = mean / other.mean;
        return new Cost(ratio, Math.abs(ratio) * Math.hypot(error / mean, other.error / other.mean));
    }

    @Override
    public String toString() {
        return Double.isNaN(error)
                ? String.format(Locale.ROOT, "%.2f", mean)
                : String.format(Locale.ROOT, "%.2f ± %.2f", mean, error);
    }
}
