package dev.holdfast.it.clients;

import org.jspecify.annotations.Nullable;

/**
 * What a server does with one call, in terms that HTTP and gRPC share.
 *
 * @param status the HTTP status; a gRPC server answers with the code that stands for it
 * @param retryAfter the seconds to wait, or null
 */
record Turn(int status, @Nullable Integer retryAfter) {

    static final Turn OK = new Turn(200, null);
    static final Turn NOT_FOUND = new Turn(404, null);
    static final Turn UNAVAILABLE = new Turn(503, null);

    static Turn tooManyRequests(int retryAfter) {
        return new Turn(429, retryAfter);
    }

    /** Tells answers apart. So long that no client reads it to the end by the way. */
    String body() {
        return (status + " ").repeat(status == 200 ? 1 : 5_000);
    }
}
