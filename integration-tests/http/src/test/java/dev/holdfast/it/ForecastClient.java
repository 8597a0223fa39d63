package dev.holdfast.it;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** {@link WeatherClient} for those who do not wait. */
@CircuitBreaker(failureThreshold = 5, recoveryTimeout = "10s", successThreshold = 2)
@Backoff(maxAttempts = 3, baseDelay = "10ms", maxDelay = "40ms")
@RateLimited(defaultDelay = "300ms", maxDelay = "5s")
interface ForecastClient {

    CompletableFuture<HttpResponse<String>> today(String city);

    CompletionStage<? extends HttpResponse<InputStream>> map(String city);
}
