package dev.holdfast.examples;

import dev.holdfast.examples.Picture.Kind;
import java.util.List;

/** Colours of the picture, and what they mean. */
final class Palette {

    /** What the legend explains, in its order. */
    static final List<Kind> LEGEND =
            List.of(Kind.GOOD, Kind.BAD, Kind.LOST, Kind.LIMITED, Kind.WAIT, Kind.HELD, Kind.REJECTED, Kind.HALF_OPEN);

    /** Hatchings that {@link #fill} refers to. */
    static final String PATTERNS = "<defs>" + hatching("wait", "#94a3b8") + hatching("held", "#3b82f6") + "</defs>";

    private Palette() {}

    static String fill(Kind kind) {
        return switch (kind) {
            case GOOD -> "#16a34a";
            case BAD -> "#dc2626";
            case LOST -> "#7c3aed";
            case LIMITED -> "#ea9a0c";
            case WAIT -> "url(#wait)";
            case HELD -> "url(#held)";
            case REJECTED -> "#b91c1c";
            case CLOSED -> "#bbf7d0";
            case OPEN -> "#fca5a5";
            case HALF_OPEN -> "#facc15";
            case HOLD -> "#bfdbfe";
            default -> "#e5e7eb";
        };
    }

    static String meaning(Kind kind) {
        return switch (kind) {
            case GOOD -> "200";
            case BAD -> "503";
            case LOST -> "no answer";
            case LIMITED -> "429";
            case WAIT -> "waits to try again";
            case HELD -> "held back before its first request";
            case REJECTED -> "rejected at once, nothing sent";
            case HALF_OPEN -> "breaker half-open: probing";
            default -> kind.name();
        };
    }

    private static String hatching(String id, String colour) {
        return "<pattern id=\"" + id + "\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\""
                + " patternTransform=\"rotate(45)\"><rect width=\"6\" height=\"6\" fill=\"#ffffff\"/>"
                + "<rect width=\"2.4\" height=\"6\" fill=\"" + colour + "\"/></pattern>";
    }
}
