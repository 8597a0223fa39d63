package dev.holdfast.scenarios;

import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;

/** Shares its policies with {@link InvoicesClient}: both talk to one shop. */
@CircuitBreaker(name = "shop", failureThreshold = 2, recoveryTimeout = "10s")
@RateLimited(name = "shop")
@Bulkhead(name = "shop", maxConcurrent = 2)
interface OrdersClient {

    Answer order(String number) throws IOException;
}
