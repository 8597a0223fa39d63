package dev.holdfast.benchmarks.compile;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.openjdk.jmh.util.ListStatistics;
import org.openjdk.jmh.util.Statistics;

/** All times of one state of the JVM, in milliseconds. */
final class Measurements {

    private record Key(Size size, Variant variant) {}

    private final String state;
    private final Map<Key, ListStatistics> times = new LinkedHashMap<>();

    /**
     * Starts empty.
     *
     * @param state what the JVM is when the compiler is called: cold or warm
     */
    Measurements(String state) {
        this.state = state;
    }

    String state() {
        return state;
    }

    void add(Size size, Variant variant, double milliseconds) {
        times.computeIfAbsent(new Key(size, variant), key -> new ListStatistics())
                .addValue(milliseconds);
    }

    Set<Size> sizes() {
        Set<Size> sizes = new LinkedHashSet<>();
        times.keySet().forEach(key -> sizes.add(key.size()));
        return sizes;
    }

    Statistics of(Size size, Variant variant) {
        Statistics found = times.get(new Key(size, variant));
        if (found == null) {
            throw new IllegalArgumentException("Not measured: " + variant + " of " + size + ", " + state);
        }
        return found;
    }

    double median(Size size, Variant variant) {
        return of(size, variant).getPercentile(50);
    }

    /** By how much the means of two variants differ, for each interface, and how sure that is. */
    Cost cost(Size size, Variant more, Variant less) {
        Statistics many = of(size, more);
        Statistics few = of(size, less);
        double error = Math.sqrt(many.getVariance() / many.getN() + few.getVariance() / few.getN());
        return new Cost((many.getMean() - few.getMean()) / size.interfaces(), error / size.interfaces());
    }

    /** By how much the medians of two variants differ, for each interface. */
    double perInterface(Size size, Variant more, Variant less) {
        return (median(size, more) - median(size, less)) / size.interfaces();
    }
}
