package dev.holdfast.it.vendors;

import com.google.cloud.storage.Blob;
import com.google.cloud.storage.BlobInfo;
import com.google.cloud.storage.Storage;
import com.google.cloud.storage.StorageException;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import java.io.IOException;
import java.io.InputStream;

/** Google Cloud Storage, whose own retries are off. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = StorageException.class, defaultDelay = "1s")
@Resilient(
        of = Storage.class,
        exempt = "batch|reader|writer|copy|blob*|signUrl|generateSignedPostPolicyV4|createHmacKey|createNotification")
@SuppressWarnings({"holdfast:client-retries", "holdfast:unprotected-methods"}) // one page at a time
public interface StoragePolicy {

    /** A stream can be read once only. */
    @Exempt
    Blob create(BlobInfo blob, InputStream content, Storage.BlobWriteOption... options);

    @Exempt
    Blob createFrom(BlobInfo blob, InputStream content, Storage.BlobWriteOption... options) throws IOException;

    @Exempt
    Blob createFrom(BlobInfo blob, InputStream content, int bufferSize, Storage.BlobWriteOption... options)
            throws IOException;
}
