package dev.holdfast.races;

import dev.holdfast.runtime.internal.timeout.TimeSlot;

/** A slot of attempts with a time limit, as its owner and the timer use it. The number of an attempt stands for its limit. */
@SuppressWarnings("serial")
final class LimitedSlot extends TimeSlot {

    static final int NONE = 0;

    LimitedSlot() {
        super(FREE);
    }

    /** Begins an attempt; returns false if the slot is another's. */
    boolean begin(int number) {
        if (!tryClaim()) {
            return false;
        }
        limit = number;
        begin();
        return true;
    }

    /** Ends an attempt with a success; returns false if it was cut before. */
    boolean succeed() {
        if (!move(RUNNING, CLAIMED)) {
            return false;
        }
        free(get());
        return true;
    }

    /** Cuts the attempt that is found, if there is one; returns the limit after which that was done, or {@link #NONE}. */
    int look() {
        long state = get();
        if (phase(state) != RUNNING) {
            return NONE;
        }
        long due = limit;
        cut(state);
        return phase() == DUE ? (int) due : NONE;
    }

    @Override
    protected void cut(long state) {
        compareAndSet(state, state - RUNNING + DUE);
    }
}
