package dev.holdfast.it.injection.shop;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Inject;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;

/** A client that a framework gives to those who need it. */
@CircuitBreaker
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@Resilient(inject = Inject.JAKARTA)
public interface ShopClient {

    String article(String id) throws IOException;
}
