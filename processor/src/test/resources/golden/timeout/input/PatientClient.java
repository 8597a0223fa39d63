package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;

@Timeout(value = "10s", increment = "5s")
public interface PatientClient {

    @Backoff(maxAttempts = 3, baseDelay = "1s")
    HttpResponse<InputStream> download(String path) throws IOException, InterruptedException;

    @Backoff(maxAttempts = 3, deadline = "30s")
    @CircuitBreaker
    void ping() throws IOException;

    @Timeout("500ms")
    InputStream open(String path);

    @Timeout("2s")
    int count();

    @RateLimited
    CompletableFuture<HttpResponse<String>> later(String path);
}
