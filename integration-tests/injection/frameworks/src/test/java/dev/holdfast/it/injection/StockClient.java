package dev.holdfast.it.injection;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;

/** A client for CDI. */
@CircuitBreaker
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@Resilient(inject = Inject.JAKARTA, qualifier = Unprotected.class)
public interface StockClient {

    String article(String id) throws IOException;
}
