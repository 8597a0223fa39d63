package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import software.amazon.awssdk.services.s3.S3AsyncClient;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3 with futures. Its callers hand over bodies that can be read again. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = S3Exception.class)
@Resilient(of = S3AsyncClient.class, exempt = "*Paginator|waiter|presignedUrlExtension")
@SuppressWarnings({"holdfast:client-retries", "holdfast:one-shot-argument"})
public interface S3AsyncPolicy {}
