package dev.holdfast.benchmarks.page;

import dev.holdfast.benchmarks.result.Figure;
import dev.holdfast.benchmarks.result.Figures;
import java.util.List;
import java.util.Locale;

/**
 * Nanoseconds of each subject as dots with error bars on a logarithmic scale, in an SVG that can be read in light and in dark. Dots and
 * not bars, because a logarithmic scale has no zero for a bar to begin at.
 */
final class DotChart {

    /** The scale is from a tenth of a nanosecond to a hundred microseconds: so many powers of ten. */
    private static final int DECADES = 6;

    private static final double LEAST = 0.1;
    private static final int LABELS = 190;
    private static final int SCALE = 420;
    private static final int VALUES = 130;
    private static final int ROW = 18;
    private static final int HEADING = 30;
    private static final int AXIS = 52;

    private static final List<String> MEASURES = List.of(
            "retry + breaker + rate limit, success",
            "breaker, success",
            "breaker, success, many clients",
            "long timeout, success",
            "count window, 1 of 64 fails, 2 threads",
            "breaker, 3 of 4 fail",
            "breaker, open",
            "retry + breaker, first attempt fails",
            "async retry + breaker, later");

    private final StringBuilder svg = new StringBuilder();
    private int y = AXIS;

    private DotChart() {}

    static String of(Figures figures) {
        DotChart chart = new DotChart();
        MEASURES.forEach(measure -> chart.group(figures, measure));
        int width = LABELS + SCALE + VALUES;
        int height = chart.y + 10;
        return String.format(Locale.ROOT, """
                        <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12" role="img">
                        <title>Nanoseconds per call, on a logarithmic scale, with two standard errors to each side</title>
                        <style>
                        text { fill: #24292f } .heading { font-weight: bold } .grid { stroke: #d0d7de } .rival { fill: #6e7781; stroke: #6e7781 }
                        .holdfast { fill: #1a7f37; stroke: #1a7f37 }
                        @media (prefers-color-scheme: dark) { text { fill: #e6edf3 } .grid { stroke: #30363d }
                        .rival { fill: #8b949e; stroke: #8b949e } .holdfast { fill: #3fb950; stroke: #3fb950 } }
                        </style>
                        """, width, height) + axis(chart.y) + chart.svg + "</svg>\n";
    }

    /** What the scale is, and a line for each power of ten. */
    private static String axis(int bottom) {
        StringBuilder axis = new StringBuilder(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"16\" text-anchor=\"middle\">"
                        + "nanoseconds per call; each line is ten times the one before it; bars: ± 2 standard errors</text>%n",
                LABELS + SCALE / 2));
        for (int decade = 0; decade <= DECADES; decade++) {
            double x = x(LEAST * Math.pow(10, decade));
            axis.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%1$.1f\" y1=\"40\" x2=\"%1$.1f\" y2=\"%2$d\"/>"
                            + "<text x=\"%1$.1f\" y=\"34\" text-anchor=\"middle\">%3$s</text>%n",
                    x,
                    bottom,
                    FigureTable.number(LEAST * Math.pow(10, decade))));
        }
        return axis.toString();
    }

    private void group(Figures figures, String measure) {
        List<Figure> dots = figures.all().stream()
                .filter(each -> each.measure().equals(measure) && each.unit().equals("ns"))
                .toList();
        if (!dots.isEmpty()) {
            y += HEADING;
            svg.append(
                    String.format(Locale.ROOT, "<text class=\"heading\" x=\"8\" y=\"%d\">%s</text>%n", y - 8, measure));
            dots.forEach(this::dot);
        }
    }

    private void dot(Figure figure) {
        double spread = 2 * figure.error();
        svg.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text><text x=\"%d\" y=\"%d\">%s</text>",
                LABELS - 8,
                y + 10,
                figure.subject(),
                LABELS + SCALE + 8,
                y + 10,
                FigureTable.text(figure.estimate(), "ns")));
        svg.append(String.format(
                Locale.ROOT,
                "<g class=\"%1$s\"><line x1=\"%2$.1f\" y1=\"%5$d\" x2=\"%3$.1f\" y2=\"%5$d\" stroke-width=\"2\"/>"
                        + "<circle cx=\"%4$.1f\" cy=\"%5$d\" r=\"4\"/></g>%n",
                figure.subject().equals("Holdfast") ? "holdfast" : "rival",
                x(figure.value() - spread),
                x(figure.value() + spread),
                x(figure.value()),
                y + 6));
        y += ROW;
    }

    private static double x(double nanos) {
        return LABELS + Math.log10(Math.max(nanos, LEAST) / LEAST) / DECADES * SCALE;
    }
}
