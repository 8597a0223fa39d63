package com.example.catalogue;

import dev.holdfast.annotations.RateLimitHint;

/** The catalogue's answer to too many reads. */
public final class TooManyReadsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int seconds;

    public TooManyReadsException(int seconds) {
        super("try again in " + seconds + " s");
        this.seconds = seconds;
    }

    /** Says how to read it. */
    public static final class Hint implements RateLimitHint<TooManyReadsException> {

        @Override
        public int status(TooManyReadsException answer) {
            return 429;
        }

        @Override
        public String retryAfter(TooManyReadsException answer) {
            return Integer.toString(answer.seconds);
        }
    }
}
