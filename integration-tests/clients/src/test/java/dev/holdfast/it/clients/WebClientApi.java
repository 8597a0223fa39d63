package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Mono;

/** A reactive HTTP interface of Spring as it is. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s", on = WebClientResponseException.class)
interface WebClientApi {

    @GetExchange("/{path}")
    Mono<String> get(@PathVariable("path") String path);
}
