package com.acme.partner;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

/** Quotas: with and without a status to read, of the interface and of one method. */
@CircuitBreaker
@RateLimited(permits = 100, per = "1m", burst = 10, maxWait = "500ms")
public interface PartnerClient {
    HttpResponse<String> order(String id);

    String motd();

    CompletableFuture<String> news();

    @Backoff(maxAttempts = 2)
    @RateLimited(name = "search", permits = 1, shared = false)
    String search(String text);
}
