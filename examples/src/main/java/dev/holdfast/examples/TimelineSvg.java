package dev.holdfast.examples;

import dev.holdfast.examples.Picture.Kind;
import dev.holdfast.examples.Picture.Row;
import dev.holdfast.examples.Picture.Span;
import dev.holdfast.examples.Svg.Style;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Draws a run as one self-contained SVG: bands for breaker, hold and server, below them one row for each call. */
final class TimelineSvg {

    private static final double WIDTH = 1200;
    private static final double LEFT = 190;
    private static final double RIGHT = WIDTH - 30;
    private static final double BANDS = 148;
    private static final double BAND = 30;
    private static final double ROWS = BANDS + 3 * BAND + 22;
    private static final double ROW = 26;
    private static final double SLIMMEST = 5;

    private static final String INK = "#1f2937";
    private static final String QUIET = "#64748b";
    private static final Style TITLE = new Style(22, INK, true, "start");
    private static final Style FACTS = new Style(14, QUIET, false, "start");
    private static final Style CHAPTER = new Style(13, INK, true, "start");
    private static final Style NAME = new Style(12, INK, false, "end");
    private static final Style IN_BAND = new Style(11, INK, true, "middle");
    private static final Style RESULT = new Style(11, "#475569", false, "start");
    private static final Style RESULT_LEFT = new Style(11, "#475569", false, "end");
    private static final Style AXIS = new Style(11, QUIET, false, "middle");
    private static final Style LEGEND = new Style(12, INK, false, "start");

    private final Picture picture;
    private final List<Long> served;
    private final double bottom;
    private final Svg svg;

    private TimelineSvg(Picture picture, List<Long> served, String title) {
        this.picture = picture;
        this.served = served;
        bottom = ROWS + picture.rows().size() * ROW;
        svg = new Svg(WIDTH, bottom + 44, title);
    }

    /**
     * Draws.
     *
     * @param picture what happened
     * @param served when a request reached the server, nanoseconds from the start
     * @param title the first line
     * @param facts the second line
     * @return the document
     */
    static String draw(Picture picture, List<Long> served, String title, String facts) {
        return new TimelineSvg(picture, served, title).draw(title, facts);
    }

    private String draw(String title, String facts) {
        svg.raw(Palette.PATTERNS).rect(0, 0, WIDTH, bottom + 44, 0, "#ffffff");
        svg.text(24, 38, TITLE, title).text(24, 62, FACTS, facts);
        legend();
        shades();
        axis();
        chapters();
        band(0, "circuit breaker", picture.breaker());
        band(1, "rate-limit hold", picture.holds());
        served();
        double y = ROWS;
        for (Row row : picture.rows()) {
            row(row, y);
            y += ROW;
        }
        return svg.toString();
    }

    private void legend() {
        double x = 24;
        for (Kind kind : Palette.LEGEND) {
            if (kind == Kind.REJECTED) {
                svg.cross(x + 8, 88, 5, Palette.fill(kind));
            } else {
                svg.rect(x, 81, 16, 14, 3, Palette.fill(kind));
            }
            svg.text(x + 23, 92, LEGEND, Palette.meaning(kind));
            x += 23 + LEGEND.width(Palette.meaning(kind)) + 14;
        }
    }

    /** Light columns through all rows, so that one sees what an open breaker and a hold keep from the server. */
    private void shades() {
        double top = BANDS + 2 * BAND;
        for (Span span : picture.breaker()) {
            if (span.kind() == Kind.OPEN) {
                svg.rect(x(span.from()), top, x(span.to()) - x(span.from()), bottom - top, 0, "#fef2f2");
            }
        }
        for (Span span : picture.holds()) {
            svg.rect(x(span.from()), top, x(span.to()) - x(span.from()), bottom - top, 0, "#eff6ff");
        }
    }

    private void axis() {
        for (int second = 0; second * 1e9 <= picture.end() * 1.04; second++) {
            double x = x((long) (second * 1e9));
            svg.line(x, BANDS, x, bottom + 6, "#e5e7eb", 1);
            svg.text(x, bottom + 22, AXIS, second + " s");
        }
        svg.line(LEFT, bottom + 4, RIGHT, bottom + 4, "#cbd5e1", 1);
    }

    private void chapters() {
        for (Span chapter : picture.chapters()) {
            double x = x(chapter.from());
            svg.line(x, BANDS - 24, x, bottom, "#cbd5e1", 1);
            svg.textOverLines(x + 6, BANDS - 11, CHAPTER, chapter.label());
        }
    }

    private void band(int index, String name, List<Span> spans) {
        double y = BANDS + index * BAND;
        svg.text(LEFT - 14, y + 18, NAME, name);
        // The shortest last: they are drawn wider than they are, over their neighbours.
        List<Span> longestFirst = spans.stream()
                .sorted(Comparator.comparingLong(span -> span.from() - span.to()))
                .toList();
        for (Span span : longestFirst) {
            double from = x(span.from());
            double width = Math.max(SLIMMEST, x(span.to()) - from);
            svg.rect(from, y + 2, width, BAND - 8, 2, Palette.fill(span.kind()));
            String label = span.label().toLowerCase(Locale.ROOT).replace('_', '-');
            if (IN_BAND.width(label) < width) {
                svg.text(from + width / 2, y + 17, IN_BAND, label);
            }
        }
    }

    private void served() {
        double y = BANDS + 2 * BAND;
        svg.text(LEFT - 14, y + 18, NAME, "requests at the server");
        for (long at : served) {
            svg.line(x(at), y + 4, x(at), y + BAND - 6, INK, 1.6);
        }
    }

    private void row(Row row, double y) {
        svg.line(24, y, RIGHT, y, "#f1f5f9", 1);
        svg.text(
                LEFT - 14,
                y + 17,
                NAME,
                "#" + row.call().number() + "  " + row.call().what());
        double from = RIGHT;
        double to = LEFT;
        for (Span span : row.spans()) {
            double x = x(span.from());
            double width = Math.max(SLIMMEST, x(span.to()) - x);
            if (span.kind() == Kind.REJECTED) {
                svg.cross(x, y + 13, 5, Palette.fill(span.kind()));
                from = Math.min(from, x - 5);
                to = Math.max(to, x + 5);
                continue;
            }
            boolean pause = span.kind() == Kind.WAIT || span.kind() == Kind.HELD;
            svg.rect(x, y + (pause ? 9 : 5), width, pause ? 8 : 16, pause ? 0 : 2.5, Palette.fill(span.kind()));
            from = Math.min(from, x);
            to = Math.max(to, x + width);
        }
        boolean right = to + 10 + RESULT.width(row.result()) < RIGHT;
        svg.textOverLines(right ? to + 10 : from - 10, y + 17, right ? RESULT : RESULT_LEFT, row.result());
    }

    private double x(long at) {
        // A little room at the end for the last result.
        double whole = Math.max(1, picture.end() * 1.04);
        return LEFT + (RIGHT - LEFT) * at / whole;
    }
}
