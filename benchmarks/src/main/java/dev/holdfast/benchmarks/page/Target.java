package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What Holdfast wants to reach.
 *
 * @param text in words
 * @param measure the row that it is about, or the beginning of several
 * @param bound the number
 * @param unit of the number
 * @param atLeast whether more is better
 * @param figure computes it, or nothing where it was not measured
 */
record Target(
        String text,
        String measure,
        double bound,
        String unit,
        boolean atLeast,
        Function<Figures, Optional<Estimate>> figure) {

    /** How units begin that are other subjects' figures. */
    private static final String TIMES = "x ";

    /** How units end that say what a figure is more than another subject's. */
    private static final String OVER = " over ";

    /** A bound on a figure of Holdfast's. */
    static Target atMost(String text, double bound, String unit, String measure) {
        return new Target(text, measure, bound, unit, false, figures -> figures.estimate(measure, "Holdfast", unit));
    }

    /** A bound on the greatest of all figures whose measures begin with the same words, but for a few. */
    static Target allAtMost(String text, double bound, String unit, String prefix, String... except) {
        return new Target(
                text,
                prefix,
                bound,
                unit,
                false,
                figures -> figures.all().stream()
                        .filter(each -> each.measure().startsWith(prefix)
                                && each.unit().equals(unit)
                                && Stream.of(except).noneMatch(each.measure()::endsWith))
                        .max(Comparator.comparingDouble(Figure::value))
                        .map(Figure::estimate));
    }

    /** How many times another subject's figure Holdfast's may be. */
    static Target atMostTimes(double bound, String unit, String measure, String other) {
        return new Target(
                unit.equals("ns") ? measure : measure + ", " + unit,
                measure,
                bound,
                TIMES + other,
                false,
                figures -> figures.estimate(measure, "Holdfast", unit)
                        .flatMap(holdfast ->
                                figures.estimate(measure, other, unit).map(holdfast::over)));
    }

    /** By how much Holdfast's figure may be more than another subject's. */
    static Target atMostMore(double bound, String unit, String measure, String other) {
        return new Target(
                unit.equals("ns") ? measure : measure + ": allocated",
                measure,
                bound,
                unit + OVER + other,
                false,
                figures -> figures.estimate(measure, "Holdfast", unit)
                        .flatMap(holdfast ->
                                figures.estimate(measure, other, unit).map(holdfast::minus)));
    }

    /** How many times Holdfast's time the fastest of some rivals must need. */
    static Target faster(double bound, String measure, String... rivals) {
        String whom = rivals.length == 1 ? rivals[0] : "the fastest rival";
        return new Target(
                measure + ": the time of " + whom,
                measure,
                bound,
                TIMES + "Holdfast",
                true,
                figures -> Stream.of(rivals)
                        .flatMap(rival -> figures.estimate(measure, rival, "ns").stream())
                        .min(Comparator.comparingDouble(Estimate::value))
                        .flatMap(best ->
                                figures.estimate(measure, "Holdfast", "ns").map(best::over)));
    }

    /** Whether it compares with another subject, whose figure must be as sure as Holdfast's. */
    boolean isRatio() {
        return unit.startsWith(TIMES) || unit.contains(OVER);
    }

    /** A row of the table. */
    String row(Figures figures) {
        String wanted = (atLeast ? "at least " : "at most ") + FigureTable.number(bound) + " " + unit;
        return figure.apply(figures)
                .map(found -> "| " + text + " | " + wanted + " | " + FigureTable.text(found, unit) + " | "
                        + Verdict.of(found, bound, atLeast) + " |\n")
                .orElse("| " + text + " | " + wanted + " | | not measured |\n");
    }
}
