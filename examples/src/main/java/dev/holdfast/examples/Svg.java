package dev.holdfast.examples;

import java.util.Locale;

/** Writes an SVG document, element by element. Coordinates are pixels. */
final class Svg {

    private static final String FONT = "'Helvetica Neue', Helvetica, 'Liberation Sans', Arial, sans-serif";

    private final StringBuilder out = new StringBuilder();

    Svg(double width, double height, String title) {
        String box = "0 0 " + Math.round(width) + " " + Math.round(height);
        out.append("<svg xmlns=\"http://www.w3.org/2000/svg\"")
                .append(attributes("viewBox", box, "width", Math.round(width), "height", Math.round(height)))
                .append(attributes("role", "img", "font-family", FONT))
                .append(">\n<title>")
                .append(escape(title))
                .append("</title>\n");
    }

    /** Adds something as it is. */
    Svg raw(String markup) {
        out.append(markup).append('\n');
        return this;
    }

    Svg rect(double x, double y, double width, double height, double radius, String fill) {
        return raw("<rect" + attributes("x", x, "y", y, "width", width, "height", height, "rx", radius, "fill", fill)
                + "/>");
    }

    Svg line(double x1, double y1, double x2, double y2, String stroke, double width) {
        return raw("<line" + attributes("x1", x1, "y1", y1, "x2", x2, "y2", y2, "stroke", stroke, "stroke-width", width)
                + "/>");
    }

    /** A cross, 2 * {@code reach} wide and high. */
    Svg cross(double x, double y, double reach, String stroke) {
        line(x - reach, y - reach, x + reach, y + reach, stroke, 2.2);
        return line(x - reach, y + reach, x + reach, y - reach, stroke, 2.2);
    }

    /** Text on a base line. */
    Svg text(double x, double y, Style style, String text) {
        return text(x, y, style, "", text);
    }

    /** Text on a base line that stays legible over thin lines. */
    Svg textOverLines(double x, double y, Style style, String text) {
        String halo = attributes("stroke", "#ffffff", "stroke-width", 3.0, "stroke-opacity", 0.8);
        return text(x, y, style, halo + attributes("paint-order", "stroke"), text);
    }

    private Svg text(double x, double y, Style style, String halo, String text) {
        String where = attributes("x", x, "y", y, "text-anchor", style.anchor());
        String look =
                attributes("font-size", style.size(), "font-weight", style.bold() ? 700 : 400, "fill", style.fill());
        return raw("<text" + where + look + halo + ">" + escape(text) + "</text>");
    }

    /** How text looks; {@code anchor} is start, middle or end. */
    record Style(int size, String fill, boolean bold, String anchor) {

        /** About how wide a text is: rather too wide, so that texts keep apart in any sans-serif font. */
        double width(String text) {
            double ems = text.chars().mapToDouble(Style::ems).sum();
            return ems * size * (bold ? 1.1 : 1);
        }

        private static double ems(int character) {
            if ("iljtfr.,:;'()-| ".indexOf(character) >= 0) {
                return 0.33;
            }
            return Character.isUpperCase(character) || "mw@#".indexOf(character) >= 0 ? 0.78 : 0.57;
        }
    }

    @Override
    public String toString() {
        return out + "</svg>\n";
    }

    /** Names and values in turn. */
    private static String attributes(Object... pairs) {
        StringBuilder markup = new StringBuilder();
        for (int i = 0; i < pairs.length; i += 2) {
            Object value =
                    pairs[i + 1] instanceof Double number ? String.format(Locale.ROOT, "%.1f", number) : pairs[i + 1];
            markup.append(' ').append(pairs[i]).append("=\"").append(value).append('"');
        }
        return markup.toString();
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
