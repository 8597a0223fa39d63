package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.runtime.CircuitOpenException;
import java.io.IOException;

/** Falls back to methods of its own. */
@CircuitBreaker(failureThreshold = 3, recoveryTimeout = "10s")
@Backoff(maxAttempts = 2, baseDelay = "100ms")
@Fallback("lastKnown")
interface RatesClient {

    String rate(String currency) throws IOException;

    default String lastKnown(String currency, CircuitOpenException open) {
        return currency + " of yesterday, while open";
    }

    default String lastKnown(String currency, IOException failure) {
        return currency + " of yesterday, after " + failure.getMessage();
    }
}
