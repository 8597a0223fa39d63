package dev.holdfast.logging;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Admits so many lines a second for each kind and name, and counts the others. No line is written here, and none under a lock. */
final class LineLimit {

    private static final long SECOND = 1_000_000_000;

    /** Of the first line that was kept back to the summary. */
    private static final long PERIOD = 10 * SECOND;

    /** Names made at run time, such as of code without an interface, must not fill the memory: those beyond share a count. */
    private static final int MAX_NAMES = 1_000;

    private final int linesPerSecond;
    private final Map<LogKind, ConcurrentMap<String, Lines>> byKind = new EnumMap<>(LogKind.class);

    /** The time before which no summary is looked for. */
    private final AtomicLong nextLook;

    /** A number of lines that were kept back. */
    static final class Summary {

        private final LogKind kind;
        private final String name;
        private final long lines;
        private final long nanos;

        Summary(LogKind kind, String name, long lines, long nanos) {
            this.kind = kind;
            this.name = name;
            this.lines = lines;
            this.nanos = nanos;
        }

        LogKind kind() {
            return kind;
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s: ... %,d more %s in the last %,d s",
                    name,
                    lines,
                    kind.plural(),
                    Math.max(1, (nanos + SECOND - 1) / SECOND));
        }
    }

    /** The lines of one kind and name. Guarded by itself. */
    private static final class Lines {

        private long second;
        private int written;
        private long keptBack;
        private long since;

        Lines(long now) {
            second = now;
        }

        synchronized boolean admits(long now, int max) {
            if (now - second >= SECOND) {
                second = now;
                written = 0;
            }
            if (written < max) {
                written++;
                return true;
            }
            if (keptBack++ == 0) {
                since = now;
            }
            return false;
        }

        /** Returns the summary and begins anew; null before the period is over, and where nothing was kept back. */
        synchronized @Nullable Summary take(LogKind kind, String name, long now, long period) {
            long nanos = now - since;
            if (keptBack == 0 || nanos < period) {
                return null;
            }
            Summary summary = new Summary(kind, name, keptBack, nanos);
            keptBack = 0;
            return summary;
        }
    }

    LineLimit(int linesPerSecond, long now) {
        this.linesPerSecond = linesPerSecond;
        this.nextLook = new AtomicLong(now + SECOND);
        for (LogKind kind : LogKind.values()) {
            byKind.put(kind, new ConcurrentHashMap<>());
        }
    }

    boolean admits(LogKind kind, String name, long now) {
        ConcurrentMap<String, Lines> byName = Objects.requireNonNull(byKind.get(kind));
        Lines lines = byName.get(name);
        if (lines == null) {
            String counted = byName.size() < MAX_NAMES ? name : "others";
            lines = byName.computeIfAbsent(counted, key -> new Lines(now));
        }
        return lines.admits(now, linesPerSecond);
    }

    /** Returns the summaries that are due. Looks for them once a second. */
    List<Summary> due(long now) {
        long look = nextLook.get();
        if (now - look < 0 || !nextLook.compareAndSet(look, now + SECOND)) {
            return List.of();
        }
        return take(now, PERIOD);
    }

    /** Returns the summaries of all that was kept back. */
    List<Summary> all(long now) {
        return take(now, 0);
    }

    private List<Summary> take(long now, long period) {
        List<Summary> taken = new ArrayList<>();
        byKind.forEach((kind, byName) -> byName.forEach((name, lines) -> {
            Summary summary = lines.take(kind, name, now, period);
            if (summary != null) {
                taken.add(summary);
            }
        }));
        return taken;
    }
}
