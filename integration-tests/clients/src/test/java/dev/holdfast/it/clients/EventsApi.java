package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import org.springframework.web.service.annotation.GetExchange;
import reactor.core.publisher.Flux;

/** Server-sent events, as a reactive HTTP interface of Spring has them. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s", on = WebClientResponseException.class)
@Timeout(value = "10s", betweenItems = "1s")
interface EventsApi {

    @GetExchange(url = "/{path}", accept = "text/event-stream")
    Flux<String> events(@PathVariable("path") String path);
}
