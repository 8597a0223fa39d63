package dev.holdfast.it;

import dev.holdfast.annotations.CircuitBreaker;
import java.io.IOException;
import java.net.http.HttpResponse;

/** Shares its breaker with {@link OrdersClient}: both talk to one shop. */
@CircuitBreaker(name = "shop", failureThreshold = 2, recoveryTimeout = "10s")
interface StockClient {

    HttpResponse<String> get(String path) throws IOException, InterruptedException;
}
