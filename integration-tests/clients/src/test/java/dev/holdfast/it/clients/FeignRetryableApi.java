package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import feign.FeignException;
import feign.Param;
import feign.RequestLine;
import feign.RetryableException;

/** A Feign interface whose client throws another exception where the server names a wait, as it does by default. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(
        defaultDelay = "2s",
        on = {FeignException.class, RetryableException.class})
interface FeignRetryableApi {

    @RequestLine("GET /{path}")
    String get(@Param("path") String path);
}
