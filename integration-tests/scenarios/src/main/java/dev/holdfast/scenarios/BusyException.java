package dev.holdfast.scenarios;

import dev.holdfast.annotations.RateLimitHint;
import org.jspecify.annotations.Nullable;

/** What a client library throws where a server is busy, with names of its own for everything. */
final class BusyException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int code;
    private final @Nullable String pause;

    BusyException(int code, @Nullable String pause) {
        super("code " + code);
        this.code = code;
        this.pause = pause;
    }

    /** Says how to read it. */
    static final class Hint implements RateLimitHint<BusyException> {

        @Override
        public int status(BusyException answer) {
            return answer.code;
        }

        @Override
        public @Nullable String retryAfter(BusyException answer) {
            return answer.pause;
        }
    }
}
