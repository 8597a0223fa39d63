package shop;

import com.acme.blob.BlobClient;
import com.acme.blob.BlobUtilities;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import dev.holdfast.annotations.Timeout;

@CircuitBreaker
@Backoff(maxAttempts = 3)
@RateLimited
@Resilient(of = BlobClient.class)
public interface BlobPolicy {

    @Backoff(maxAttempts = 1)
    void put(Comparable<?> key, byte... content);

    @Timeout("5s")
    byte[] get(Comparable<?> key, String version);

    @Exempt
    BlobUtilities utilities();
}
