package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.Resilient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.api.sync.RedisCommands;

/** Redis by Lettuce. What Redis itself refuses is no failure, and what adds up or belongs to the connection is not repeated. */
@CircuitBreaker(failureThreshold = 20, ignored = RedisCommandExecutionException.class)
@Backoff(maxAttempts = 8, baseDelay = "50ms", jitter = Jitter.EQUAL, abortOn = RedisCommandExecutionException.class)
@Resilient(
        of = RedisCommands.class,
        exempt =
                "*incr*|decr*|append|*push*|*pop*|multi|exec|discard|watch|unwatch|auth|select|get*Connection|getJsonParser")
public interface LettucePolicy {}
