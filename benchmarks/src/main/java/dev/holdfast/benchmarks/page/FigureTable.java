package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Subjects;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Figures as a Markdown table: a row for each measure, a column for each subject. Holdfast's times say how many times the floor's they
 * are, and those of rivals how many times Holdfast's.
 */
final class FigureTable {

    /** Columns in this order, where there is something in them. */
    private static final List<String> SUBJECTS = List.of(
            "Direct",
            "Floor",
            "NanoTime",
            "ScheduledThreadPool",
            "Holdfast",
            "Resilience4j",
            "Resilience4jStackless",
            "Resilience4jProxy",
            "Failsafe",
            "SmallRye",
            "Spring",
            "Helidon",
            "ReactorRetryWhen",
            "NettyWheel",
            "AutoValue",
            "MapStruct");

    private FigureTable() {}

    static String of(Figures figures) {
        Map<String, Map<String, String>> rows = new LinkedHashMap<>();
        for (Figure figure : figures.all()) {
            rows.computeIfAbsent(figure.measure(), measure -> new LinkedHashMap<>())
                    .merge(figure.subject(), cell(figures, figure), (first, second) -> first + ", " + second);
        }
        Set<String> subjects = new LinkedHashSet<>(SUBJECTS);
        subjects.removeIf(subject -> rows.values().stream().noneMatch(row -> row.containsKey(subject)));
        StringBuilder table = new StringBuilder();
        table.append("| | ").append(String.join(" | ", subjects)).append(" |\n");
        table.append("|---|").append("---|".repeat(subjects.size())).append('\n');
        rows.forEach((measure, row) -> table.append("| ")
                .append(measure)
                .append(" | ")
                .append(subjects.stream()
                        .map(subject -> row.getOrDefault(subject, ""))
                        .collect(Collectors.joining(" | ")))
                .append(" |\n"));
        return table.toString();
    }

    private static String cell(Figures figures, Figure figure) {
        String text = text(figure.estimate(), figure.unit());
        String subject = figure.subject();
        if (!figure.unit().equals("ns") || Subjects.YARDSTICKS.contains(subject)) {
            return text;
        }
        if (!subject.equals("Holdfast")) {
            double holdfast = figures.value(figure.measure(), "Holdfast", "ns").orElse(0);
            return holdfast > 0 ? text + " (" + number(figure.value() / holdfast) + " x)" : text;
        }
        for (String floor : List.of("Floor", "NanoTime")) {
            double least = figures.value(figure.measure(), floor, "ns").orElse(0);
            if (least > 0) {
                return text + " (" + number(figure.value() / least) + " x " + floor + ")";
            }
        }
        return text;
    }

    /** A number with its error, where it has one, and its unit. */
    static String text(Estimate estimate, String unit) {
        String error = estimate.error() > 0 ? " ± " + number(estimate.error()) : "";
        return number(estimate.value()) + error + " " + unit;
    }

    static String number(double value) {
        double size = Math.abs(value);
        boolean whole = value == Math.rint(value);
        String format = whole || size < 0.005 || size >= 99.95 ? "%,.0f" : size >= 9.995 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, value);
    }
}
