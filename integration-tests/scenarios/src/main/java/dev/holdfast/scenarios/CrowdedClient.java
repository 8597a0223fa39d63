package dev.holdfast.scenarios;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;
import java.io.IOException;

/** Few at once, few in a time, and none for long. */
interface CrowdedClient {

    @RateLimited(permits = 2, per = "1s", maxWait = "1s")
    Answer paced(String request) throws IOException;

    @Bulkhead(maxConcurrent = 1)
    Answer single(String request) throws IOException;

    @Timeout(value = "2s", increment = "1s")
    @Backoff(maxAttempts = 2, baseDelay = "100ms")
    Answer hurried(String request) throws IOException;
}
