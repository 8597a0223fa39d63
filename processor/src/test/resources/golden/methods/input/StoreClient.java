package golden.methods;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Exempt;
import dev.holdfast.annotations.Jitter;
import dev.holdfast.annotations.Resilient;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;

@CircuitBreaker(name = "store", recoveryTimeout = "10s")
@Resilient(keys = true)
public interface StoreClient {

    /** Only the breaker of the type: one attempt, so no loop. */
    String get(String key) throws IOException;

    /** A backoff of its own beside the breaker of the type. */
    @Backoff(maxAttempts = 3, jitter = Jitter.EQUAL, deadline = "5s")
    String find(String key) throws IOException;

    /** A breaker of its own in place of the type's. */
    @CircuitBreaker(
            failureThreshold = 10,
            successThreshold = 1,
            monitored = {IOException.class, TimeoutException.class},
            ignored = FileNotFoundException.class,
            failureStatuses = "500-504",
            recoveryFactor = 2.0,
            maxRecoveryTimeout = "PT1H")
    void put(String key, byte[] value) throws IOException, TimeoutException;

    @Exempt
    void close() throws IOException;

    /** A default method is protected only by an annotation of its own. */
    @Backoff(baseDelay = "1ms", maxDelay = "1s", factor = 3.0, jitter = Jitter.DECORRELATED, retryOn = IOException.class)
    default int size() throws IOException {
        return Integer.parseInt(get("size"));
    }
}
