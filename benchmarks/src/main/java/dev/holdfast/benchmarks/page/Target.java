package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Holdfast wants to reach.
 *
 * @param text in words
 * @param bound the number
 * @param unit of the number
 * @param atLeast whether more is better
 * @param figure computes it, or nothing where it was not measured
 */
record Target(String text, double bound, String unit, boolean atLeast, Function<Figures, OptionalDouble> figure) {

    /** A bound on a figure of Holdfast's. */
    static Target atMost(String text, double bound, String unit, String measure) {
        return new Target(text, bound, unit, false, figures -> figures.value(measure, "Holdfast", unit));
    }

    /** A bound on the greatest of all figures whose measures begin with the same words. */
    static Target allAtMost(String text, double bound, String unit, String prefix) {
        return new Target(
                text,
                bound,
                unit,
                false,
                figures -> figures.all().stream()
                        .filter(each ->
                                each.measure().startsWith(prefix) && each.unit().equals(unit))
                        .mapToDouble(Figure::value)
                        .max());
    }

    /** A bound on what Holdfast adds to a direct call. */
    static Target overhead(double bound, String unit, String measure) {
        return new Target(measure + ": more than direct", bound, unit, false, figures -> {
            OptionalDouble holdfast = figures.value(measure, "Holdfast", unit);
            OptionalDouble direct = figures.value(measure, "Direct", unit);
            return holdfast.isPresent() && direct.isPresent()
                    ? OptionalDouble.of(holdfast.getAsDouble() - direct.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** How many times faster than the fastest of some rivals. */
    static Target faster(double bound, String measure, String... rivals) {
        String whom = rivals.length == 1 ? rivals[0] : "the best rival";
        return new Target(measure + ": faster than " + whom, bound, "times", true, figures -> {
            OptionalDouble holdfast = figures.value(measure, "Holdfast", "ns");
            OptionalDouble best = Stream.of(rivals)
                    .mapToDouble(rival -> figures.value(measure, rival, "ns").orElse(Double.POSITIVE_INFINITY))
                    .filter(Double::isFinite)
                    .min();
            return holdfast.isPresent() && best.isPresent()
                    ? OptionalDouble.of(best.getAsDouble() / holdfast.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** A bound on how many times a rival's figure Holdfast's is. */
    static Target ratio(double bound, String unit, String measure, String rival) {
        return new Target(measure + ": times " + rival, bound, "times", false, figures -> {
            OptionalDouble holdfast = figures.value(measure, "Holdfast", unit);
            OptionalDouble other = figures.value(measure, rival, unit);
            return holdfast.isPresent() && other.isPresent()
                    ? OptionalDouble.of(holdfast.getAsDouble() / other.getAsDouble())
                    : OptionalDouble.empty();
        });
    }

    /** A row of the table. */
    String row(Figures figures) {
        OptionalDouble value = figure.apply(figures);
        String wanted = (atLeast ? "at least " : "at most ") + FigureTable.number(bound) + " " + unit;
        if (value.isEmpty()) {
            return "| " + text + " | " + wanted + " | | not measured |\n";
        }
        double found = value.getAsDouble();
        boolean met = atLeast ? found >= bound : found <= bound;
        return "| " + text + " | " + wanted + " | " + FigureTable.number(found) + " " + unit + " | "
                + (met ? "met" : "short") + " |\n";
    }
}
