package dev.holdfast.it;

import dev.holdfast.annotations.RateLimitHint;

/** The same, of a library that declares nothing. */
final class UncheckedApiException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String retryAfter;

    UncheckedApiException(int status, String retryAfter) {
        super("status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Says how to read it. */
    static final class Hint implements RateLimitHint<UncheckedApiException> {

        @Override
        public int status(UncheckedApiException answer) {
            return answer.status;
        }

        @Override
        public String retryAfter(UncheckedApiException answer) {
            return answer.retryAfter;
        }
    }
}
