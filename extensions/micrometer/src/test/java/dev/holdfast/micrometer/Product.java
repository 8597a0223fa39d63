package dev.holdfast.micrometer;

import dev.holdfast.annotations.RateLimitHint;

/**
 * What a catalog answers.
 *
 * @param status as of HTTP
 */
record Product(int status) {

    /** Reads the status, and a wait of 2 seconds from a 429. */
    static final class Hint implements RateLimitHint<Product> {

        @Override
        public int status(Product answer) {
            return answer.status();
        }

        @Override
        public String retryAfter(Product answer) {
            return answer.status() == 429 ? "2" : "";
        }
    }
}
