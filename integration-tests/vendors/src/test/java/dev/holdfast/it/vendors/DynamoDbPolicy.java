package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** One table that is throttled does not hold the calls of others. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = DynamoDbException.class, hint = DynamoDbHint.class, defaultDelay = "100ms", shared = false)
@Resilient(of = DynamoDbClient.class, exempt = "*Paginator|waiter")
@SuppressWarnings("holdfast:client-retries")
public interface DynamoDbPolicy {}
