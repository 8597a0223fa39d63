package dev.holdfast.examples.patterns;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import java.io.IOException;
import java.util.List;

/** Products that may be a little old, but should always be there. */
@Fallback
@CircuitBreaker(failureThreshold = 3, recoveryTimeout = "30s")
@Backoff(maxAttempts = 2, baseDelay = "100ms")
public interface CatalogClient {

    /**
     * Names the products of a category.
     *
     * @param category the category
     * @return their names
     * @throws IOException if the shop does not answer
     */
    List<String> products(String category) throws IOException;
}
