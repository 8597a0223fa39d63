package dev.holdfast.it.shrinkers.later;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Fallback;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import reactor.core.publisher.Mono;

/** One answer. */
@CircuitBreaker(failureThreshold = 9)
@Backoff(maxAttempts = 3, baseDelay = "100ms")
@RateLimited(on = BusyException.class)
interface UserClient {

    @Timeout("1s")
    Mono<String> user(String login);

    @Fallback("anonymous")
    Mono<String> guest(String login);

    default Mono<String> anonymous(String login) {
        return Mono.just("nobody for " + login);
    }
}
