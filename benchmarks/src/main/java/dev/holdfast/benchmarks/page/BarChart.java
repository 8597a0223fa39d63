package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import java.util.List;
import java.util.Locale;

/** Nanoseconds of each subject as bars on a logarithmic scale, in an SVG that can be read in light and in dark. */
final class BarChart {

    /** From a tenth of a nanosecond to a hundred microseconds. */
    private static final double LEAST = -1;

    private static final double MOST = 5;
    private static final int LABELS = 190;
    private static final int BARS = 420;
    private static final int ROW = 18;
    private static final int HEADING = 30;

    private static final List<String> MEASURES = List.of(
            "retry + breaker, success",
            "breaker, success",
            "retry + breaker + rate limit, success",
            "count window, 1 of 64 fails",
            "breaker, 3 of 4 fail",
            "breaker, open",
            "retry + breaker, first attempt fails",
            "async retry + breaker, later");

    private final StringBuilder svg = new StringBuilder();
    private int y = 10;

    private BarChart() {}

    static String of(Figures figures) {
        BarChart chart = new BarChart();
        MEASURES.forEach(measure -> chart.group(figures, measure));
        return String.format(Locale.ROOT, """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
                        <title>Nanoseconds for each call, logarithmic scale</title>
                        <style>
                        text { fill: #24292f } .heading { font-weight: bold } .bar { fill: #8c959f } .holdfast { fill: #1a7f37 }
                        @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .bar { fill: #6e7681 } .holdfast { fill: #3fb950 } }
                        </style>
                        """, LABELS + BARS + 90, chart.y + 10) + chart.svg + "</svg>\n";
    }

    private void group(Figures figures, String measure) {
        List<Figure> bars = figures.all().stream()
                .filter(each -> each.measure().equals(measure) && each.unit().equals("ns"))
                .toList();
        if (!bars.isEmpty()) {
            y += HEADING;
            svg.append(
                    String.format(Locale.ROOT, "<text class=\"heading\" x=\"8\" y=\"%d\">%s</text>%n", y - 8, measure));
            bars.forEach(this::bar);
        }
    }

    private void bar(Figure figure) {
        double length = (Math.log10(Math.max(figure.value(), 0.1)) - LEAST) / (MOST - LEAST) * BARS;
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>"
                        + "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s ns</text>%n",
                LABELS - 8,
                y + 10,
                figure.subject(),
                figure.subject().equals("Holdfast") ? "holdfast" : "bar",
                LABELS,
                y,
                length,
                LABELS + length + 6,
                y + 10,
                FigureTable.number(figure.value())));
        y += ROW;
    }
}
