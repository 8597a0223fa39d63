package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import redis.clients.jedis.commands.JedisCommands;
import redis.clients.jedis.exceptions.JedisConnectionException;

/** Redis by Jedis: only a broken connection is worth another attempt, and not for what adds up. */
@CircuitBreaker(failureThreshold = 4, monitored = JedisConnectionException.class)
@Backoff(maxAttempts = 3, baseDelay = "10ms", retryOn = JedisConnectionException.class)
@Resilient(of = JedisCommands.class, exempt = "*incr*|decr*|append|*push*|*pop*")
public interface RedisPolicy {}
