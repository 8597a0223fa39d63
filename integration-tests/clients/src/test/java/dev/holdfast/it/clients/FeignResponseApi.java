package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import feign.Param;
import feign.RequestLine;
import feign.Response;

/** A Feign interface with whole answers. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s")
interface FeignResponseApi {

    @RequestLine("GET /{path}")
    Response get(@Param("path") String path);
}
