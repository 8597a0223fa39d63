package dev.holdfast.examples;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** All that happened, in order, each event also shown as it happens. Thread-safe. */
final class Timeline {

    private final long start = System.nanoTime();
    private final List<Event> events = new ArrayList<>();
    private final Consumer<Event> live;

    /**
     * Starts the demo's clock.
     *
     * @param live told of each event at once, one at a time
     */
    Timeline(Consumer<Event> live) {
        this.live = live;
    }

    /** Adds what happens now. */
    synchronized void add(LongFunction<Event> what) {
        Event event = what.apply(sinceStart(System.nanoTime()));
        events.add(event);
        live.accept(event);
    }

    /** Nanoseconds from the demo's start to a {@link System#nanoTime()}. */
    long sinceStart(long nanoTime) {
        return nanoTime - start;
    }

    /** What happened so far. */
    synchronized List<Event> events() {
        return List.copyOf(events);
    }
}
