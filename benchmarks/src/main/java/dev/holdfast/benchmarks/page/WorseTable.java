package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Estimate;
import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import dev.holdfast.benchmarks.subject.Subjects;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a rival does surely better than Holdfast. In all that is measured, less is better. */
final class WorseTable {

    /** A part of the heap that is added to the rest: who calls what settings is arbitrary. */
    private static final String SETTINGS = "B of settings";

    private WorseTable() {}

    /**
     * Lists them.
     *
     * @param figures of each JDK, by its name
     */
    static String of(Map<String, Figures> figures) {
        String rows = figures.entrySet().stream()
                .map(entry -> rows(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining());
        return rows.isEmpty()
                ? "Nothing that is measured here.\n"
                : "| | JDK | Holdfast | better |\n|---|---|---|---|\n" + rows;
    }

    private static String rows(String jdk, Figures figures) {
        StringBuilder rows = new StringBuilder();
        for (Figure holdfast : figures.all()) {
            if (!holdfast.subject().equals("Holdfast") || holdfast.unit().equals(SETTINGS)) {
                continue;
            }
            Estimate ours = whole(figures, holdfast);
            List<Figure> better = figures.all().stream()
                    .filter(each -> isRival(each)
                            && each.measure().equals(holdfast.measure())
                            && each.unit().equals(holdfast.unit())
                            && whole(figures, each).isBelow(ours))
                    .toList();
            if (!better.isEmpty()) {
                rows.append("| %s | %s | %s | %s |%n"
                        .formatted(
                                holdfast.measure(),
                                jdk,
                                FigureTable.text(ours, holdfast.unit()),
                                better.stream()
                                        .map(each -> each.subject() + ": "
                                                + FigureTable.text(whole(figures, each), each.unit()))
                                        .collect(Collectors.joining(", "))));
            }
        }
        return rows.toString();
    }

    private static boolean isRival(Figure figure) {
        return !figure.subject().equals("Holdfast")
                && !figure.subject().equals("ScheduledThreadPool")
                && !Subjects.YARDSTICKS.contains(figure.subject());
    }

    /** Bytes of heap with the settings. */
    private static Estimate whole(Figures figures, Figure figure) {
        Optional<Estimate> settings = figure.unit().equals("B")
                ? figures.estimate(figure.measure(), figure.subject(), SETTINGS)
                : Optional.empty();
        return settings.map(more -> Estimate.counted(figure.value() + more.value()))
                .orElseGet(figure::estimate);
    }
}
