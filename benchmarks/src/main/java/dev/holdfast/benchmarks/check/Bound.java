package dev.holdfast.benchmarks.check;

import dev.holdfast.benchmarks.result.Figures;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * What Holdfast's figure must not go beyond. Less is better in all of them.
 *
 * @param text what it is, in words
 * @param most the bound
 * @param figure computes the number, or nothing where it was not measured
 */
record Bound(String text, double most, Function<Figures, OptionalDouble> figure) {

    /** How many times another subject's figure Holdfast's may be. */
    static Bound ratio(double most, String measure, String unit, String other) {
        return new Bound(measure + ": Holdfast / " + other + ", in " + unit, most, figures -> {
            OptionalDouble holdfast = figures.value(measure, "Holdfast", unit);
            OptionalDouble others = figures.value(measure, other, unit);
            return holdfast.isPresent() && others.isPresent()
                    ? OptionalDouble.of(holdfast.getAsDouble() / others.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** A figure that is the same on any machine. */
    static Bound count(double most, String measure, String unit) {
        return new Bound(measure + ": Holdfast, in " + unit, most, figures -> figures.value(measure, "Holdfast", unit));
    }

    /** Not where the figure is missing: what is not measured is not kept. */
    boolean holds(Figures figures) {
        OptionalDouble found = figure.apply(figures);
        return found.isPresent() && found.getAsDouble() <= most;
    }

    /** Says what was found, and what it may be. */
    String describe(Figures figures) {
        OptionalDouble found = figure.apply(figures);
        String number = found.isPresent() ? String.format(Locale.ROOT, "%.2f", found.getAsDouble()) : "not measured";
        return String.format(Locale.ROOT, "%s: %s, at most %.2f", text, number, most);
    }
}
