package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import software.amazon.awssdk.services.dynamodb.DynamoDbAsyncClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** DynamoDB with futures, and of its methods those that an application calls. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = DynamoDbException.class, hint = DynamoDbHint.class, defaultDelay = "100ms", shared = false)
@Resilient(of = DynamoDbAsyncClient.class, include = "getItem|putItem|query")
@SuppressWarnings("holdfast:client-retries")
public interface DynamoDbAsyncPolicy {}
