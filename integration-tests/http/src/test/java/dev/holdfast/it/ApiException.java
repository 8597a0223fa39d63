package dev.holdfast.it;

import dev.holdfast.annotations.RateLimitHint;

/** What a client library throws instead of returning an answer with its status. */
final class ApiException extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final String retryAfter;

    ApiException(int status, String retryAfter) {
        super("status " + status);
        this.status = status;
        this.retryAfter = retryAfter;
    }

    int status() {
        return status;
    }

    /** Says how to read it. */
    static final class Hint implements RateLimitHint<ApiException> {

        @Override
        public int status(ApiException answer) {
            return answer.status;
        }

        @Override
        public String retryAfter(ApiException answer) {
            return answer.retryAfter;
        }
    }
}
