package dev.holdfast.logging;

import java.util.List;
import java.util.ResourceBundle;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** Keeps its lines, each with its level. */
final class CapturedLogger implements System.Logger {

    private final Level lowest;
    private final List<String> lines = new CopyOnWriteArrayList<>();

    CapturedLogger(Level lowest) {
        this.lowest = lowest;
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public String getName() {
        return "captured";
    }

    @Override
    public boolean isLoggable(Level level) {
        return level.getSeverity() >= lowest.getSeverity();
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String message, @Nullable Throwable thrown) {
        lines.add(level + " " + message + (thrown == null ? "" : " " + thrown));
    }

    @Override
    public void log(Level level, @Nullable ResourceBundle bundle, String format, Object @Nullable ... values) {
        lines.add(level + " " + format);
    }
}
