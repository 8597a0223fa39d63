package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;

/** Every policy that there is, but a quota. */
@Backoff
@CircuitBreaker
@RateLimited(hint = AnswerHint.class)
@Bulkhead(maxConcurrent = 100)
@Timeout("5s")
@Fallback("fallback")
public interface EverythingClient extends Client {

    /**
     * Answers for a failed call.
     *
     * @param key the call's
     * @return an answer
     */
    default Answer fallback(int key) {
        return Answers.of(key);
    }
}
