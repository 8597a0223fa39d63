package dev.holdfast.nativeimage;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;

/** All policies with waits so short that they are worth waiting for in real time. */
// Waits without jitter have a length that can be checked.
@SuppressWarnings("holdfast:no-jitter")
@Backoff(maxAttempts = 3, baseDelay = "20ms", jitter = Jitter.NONE)
@RateLimited(hint = AnswerHint.class)
@Resilient(keys = true)
interface QuoteClient {

    Answer quote(String symbol) throws IOException;

    CompletableFuture<Answer> later(String symbol);

    @CircuitBreaker(failureThreshold = 3, recoveryTimeout = "1s", successThreshold = 1)
    Answer fragile(String symbol) throws IOException;

    @Backoff(maxAttempts = 1)
    @Timeout("100ms")
    @Fallback("instead")
    Answer slow(String symbol) throws InterruptedException;

    @Backoff(maxAttempts = 1)
    @Timeout("100ms")
    @Fallback("insteadLater")
    CompletableFuture<Answer> never(String symbol);

    default Answer instead(String symbol, Exception failure) {
        return new Answer(203, failure.getClass().getSimpleName());
    }

    default CompletableFuture<Answer> insteadLater(String symbol, Exception failure) {
        return CompletableFuture.completedFuture(instead(symbol, failure));
    }
}
