package dev.holdfast.runtime;

import static dev.holdfast.runtime.event.CircuitState.CLOSED;
import static dev.holdfast.runtime.event.CircuitState.DISABLED;
import static dev.holdfast.runtime.event.CircuitState.FORCED_OPEN;
import static dev.holdfast.runtime.event.CircuitState.HALF_OPEN;
import static dev.holdfast.runtime.event.CircuitState.OPEN;

import dev.holdfast.runtime.event.CircuitState;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** What {@link CircuitBreaker} promises, written plainly for one thread, to hold the real one against. */
final class PlainBreaker {

    /** What a breaker is set to; zeros for what is off. */
    record Config(
            int failureThreshold,
            int successThreshold,
            long recovery,
            int growth,
            int failureRate,
            int windowCalls,
            long windowNanos,
            int minimumCalls,
            long slowNanos,
            int slowCallRate) {

        boolean rateMode() {
            return windowCalls > 0 || windowNanos > 0;
        }
    }

    /** What a call is admitted with: the stay in a state, and when. */
    static final class Ticket {
        private final int stay;
        private final long start;
        private final boolean manual;
        private boolean reported;

        private Ticket(int stay, long start, boolean manual) {
            this.stay = stay;
            this.start = start;
            this.manual = manual;
        }
    }

    enum Outcome {
        SUCCESS,
        FAILURE,
        NEITHER
    }

    private final Config config;
    private final LongSupplier now;
    public CircuitState state = CLOSED;
    public int failures;
    public int successes;
    PlainWindow failedCalls;
    public PlainWindow slowCalls;
    private int stay;
    public long entered;
    private int reopenings;
    private long openUntil;
    private final @Nullable Ticket[] places;
    private int overdue;

    PlainBreaker(Config config, LongSupplier now) {
        this.config = config;
        this.now = now;
        this.places = new Ticket[config.successThreshold()];
        this.failedCalls = window();
        this.slowCalls = window();
        enter(CLOSED);
    }

    private PlainWindow window() {
        long made = now.getAsLong();
        return new PlainWindow(
                config.windowCalls(), config.windowNanos(), config.minimumCalls(), () -> now.getAsLong() - made);
    }

    private void enter(CircuitState next) {
        if (next != state) {
            entered = now.getAsLong();
        }
        state = next;
        stay++;
        successes = 0;
        Arrays.fill(places, null);
        overdue = 0;
        if (next == CLOSED || next == FORCED_OPEN || next == DISABLED) {
            entered = now.getAsLong();
            failures = 0;
            reopenings = 0;
            failedCalls = window();
            slowCalls = window();
        }
        if (next == OPEN) {
            openUntil = now.getAsLong() + pause();
        }
    }

    private long pause() {
        return config.recovery() * (long) Math.pow(config.growth(), reopenings);
    }

    public void reset() {
        enter(CLOSED);
    }

    public void forceOpen() {
        enter(FORCED_OPEN);
    }

    public void disable() {
        enter(DISABLED);
    }

    public @Nullable Ticket admit(boolean manual) {
        if (state == OPEN && now.getAsLong() >= openUntil) {
            enter(HALF_OPEN);
        }
        if (state == OPEN || state == FORCED_OPEN) {
            return null;
        }
        Ticket ticket = new Ticket(stay, now.getAsLong(), manual);
        if (state != HALF_OPEN) {
            return ticket;
        }
        for (int i = 0; i < places.length; i++) {
            if (remaining(i) == 0) {
                Ticket loser = places[i];
                if (loser != null && loser.manual) {
                    overdue++;
                }
                places[i] = ticket;
                return ticket;
            }
        }
        return null;
    }

    private long remaining(int place) {
        Ticket holder = places[place];
        return holder == null ? 0 : Math.max(0, holder.start + pause() - now.getAsLong());
    }

    void report(Ticket ticket, Outcome outcome) {
        if (ticket.stay != stay || (ticket.reported && state == HALF_OPEN)) {
            return;
        }
        ticket.reported = true;
        boolean slow = config.slowNanos() > 0 && !ticket.manual && now.getAsLong() - ticket.start > config.slowNanos();
        if (state == HALF_OPEN) {
            int place = Arrays.asList(places).indexOf(ticket);
            if (place >= 0) {
                places[place] = null;
            }
            probe(outcome, slow);
        } else if (state == CLOSED) {
            count(outcome, slow);
        }
    }

    void reportByHand(Outcome outcome) {
        if (state == HALF_OPEN) {
            if (overdue > 0) {
                overdue--;
            } else {
                freeOldest();
            }
            probe(outcome, false);
        } else if (state == CLOSED) {
            count(outcome, false);
        }
    }

    private void freeOldest() {
        int oldest = -1;
        for (int i = 0; i < places.length; i++) {
            Ticket holder = places[i];
            if (holder != null
                    && holder.manual
                    && (oldest < 0 || holder.start < Objects.requireNonNull(places[oldest]).start)) {
                oldest = i;
            }
        }
        if (oldest >= 0) {
            places[oldest] = null;
        }
    }

    private void probe(Outcome outcome, boolean slow) {
        if (outcome == Outcome.FAILURE || (outcome == Outcome.SUCCESS && slow)) {
            failures++;
            reopenings++;
            enter(OPEN);
        } else if (outcome == Outcome.SUCCESS && ++successes == config.successThreshold()) {
            enter(CLOSED);
        }
    }

    private void count(Outcome outcome, boolean slow) {
        if (outcome == Outcome.NEITHER) {
            return;
        }
        boolean failed = outcome == Outcome.FAILURE;
        if (!config.rateMode()) {
            failures = failed ? failures + 1 : 0;
            if (failures >= config.failureThreshold()) {
                enter(OPEN);
            }
            return;
        }
        boolean looks = failedCalls.add(failed);
        boolean looksAtSlow = slowCalls.add(slow);
        if ((looks && failedCalls.reaches(config.failureRate()))
                || (looksAtSlow && slowCalls.reaches(config.slowCallRate()))) {
            failures = failedCalls.marked();
            enter(OPEN);
        }
    }

    public int failureCount() {
        return state == CLOSED && config.rateMode() ? failedCalls.marked() : failures;
    }

    public long retryAfter() {
        return switch (state) {
            case OPEN -> Math.max(0, openUntil - now.getAsLong());
            case FORCED_OPEN -> config.recovery();
            case CLOSED, DISABLED -> 0;
            case HALF_OPEN -> {
                long least = Long.MAX_VALUE;
                for (int i = 0; i < places.length; i++) {
                    least = Math.min(least, remaining(i));
                }
                yield least;
            }
        };
    }
}
