package dev.holdfast.it;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;

/** Retries quickly, obeys rate limits, and has a breaker that opens after the retries of one and a half calls. */
@CircuitBreaker(failureThreshold = 5, recoveryTimeout = "10s", successThreshold = 2)
@Backoff(maxAttempts = 3, baseDelay = "10ms", maxDelay = "40ms")
@RateLimited(defaultDelay = "300ms", maxDelay = "5s")
interface WeatherClient {

    HttpResponse<String> today(String city) throws IOException, InterruptedException;

    HttpResponse<InputStream> map(String city) throws IOException, InterruptedException;

    /** Can't be told by an exception that it was interrupted. */
    HttpResponse<String> tomorrow(String city) throws IOException;
}
