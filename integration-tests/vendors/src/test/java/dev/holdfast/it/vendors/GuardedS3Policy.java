package dev.holdfast.it.vendors;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Resilient;
import software.amazon.awssdk.services.s3.S3Client;

/** S3, whose own retries are kept. */
@CircuitBreaker(failureThreshold = 3)
@Resilient(of = S3Client.class, className = "Guarded*", exempt = "*Paginator|waiter")
public interface GuardedS3Policy {}
