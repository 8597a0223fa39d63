package com.acme.warehouse;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Bulkheads: alone and with all others, of the interface, of one method, and shared by name. */
@Bulkhead(maxConcurrent = 20, maxWait = "500ms")
public interface WarehouseClient {
    String stock(String article) throws IOException;

    void reserve(String article) throws InterruptedException;

    CompletableFuture<String> track(String parcel);

    @CircuitBreaker
    @Backoff(maxAttempts = 3, deadline = "4s")
    @RateLimited(permits = 10, maxWait = "1s")
    HttpResponse<String> order(String article);

    @Bulkhead(name = "reports", maxConcurrent = 1)
    @Backoff(maxAttempts = 2)
    String report() throws IOException;
}
