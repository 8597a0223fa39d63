package dev.holdfast.opentelemetry;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletionStage;

/** A client with all policies that have gauges. */
// The waits are part of what tests expect.
@SuppressWarnings("holdfast:no-jitter")
@CircuitBreaker(failureThreshold = 4, recoveryTimeout = "60s")
@Backoff(maxAttempts = 3, baseDelay = "200ms", jitter = Jitter.NONE)
@RateLimited
@Bulkhead(maxConcurrent = 2)
interface GitHubClient {

    HttpResponse<String> user(String login) throws IOException, InterruptedException;

    CompletionStage<HttpResponse<String>> repositories(String login);
}
