package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** An HTTP interface of Spring with whole answers. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s")
interface SpringEntityApi {

    @GetExchange("/{path}")
    ResponseEntity<String> get(@PathVariable("path") String path);
}
