package dev.holdfast.scenarios;

import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;

/** Shares its policies with {@link OrdersClient}: both talk to one shop. */
@CircuitBreaker(name = "shop", failureThreshold = 2, recoveryTimeout = "10s")
@RateLimited(name = "shop")
@Bulkhead(name = "shop", maxConcurrent = 2)
interface InvoicesClient {

    Answer invoice(String number) throws IOException;
}
