package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadRequest;
import software.amazon.awssdk.services.s3.model.CompleteMultipartUploadResponse;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** S3, whose own retries are off. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = S3Exception.class)
@Resilient(of = S3Client.class, exempt = "*Paginator|waiter")
@SuppressWarnings("holdfast:client-retries")
public interface S3Policy {

    /** Not repeated: the first call may have done it. */
    @Backoff(maxAttempts = 1)
    CompleteMultipartUploadResponse completeMultipartUpload(CompleteMultipartUploadRequest request);
}
