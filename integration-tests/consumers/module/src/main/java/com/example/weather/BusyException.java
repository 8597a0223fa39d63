package com.example.weather;

import dev.holdfast.annotations.RateLimitHint;

/** The service asks for a pause. */
public final class BusyException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String pause;

    public BusyException(String pause) {
        super("busy");
        this.pause = pause;
    }

    static final class Hint implements RateLimitHint<BusyException> {

        @Override
        public int status(BusyException answer) {
            return 429;
        }

        @Override
        public String retryAfter(BusyException answer) {
            return answer.pause;
        }
    }
}
