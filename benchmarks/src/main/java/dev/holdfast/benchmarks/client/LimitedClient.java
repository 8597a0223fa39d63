package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;

/** Everything at its defaults, as most users begin: retries, a breaker and the server's rate limit. */
@Backoff
@CircuitBreaker
@RateLimited(hint = AnswerHint.class)
public interface LimitedClient extends Client {}
