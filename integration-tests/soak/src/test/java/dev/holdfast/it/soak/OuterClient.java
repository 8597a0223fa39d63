package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Timeout;

/** Stands around another generated client. */
@Backoff(maxAttempts = 2, baseDelay = "5ms", maxDelay = "20ms")
@RateLimited(name = "outer", defaultDelay = "40ms", maxDelay = "1500ms", on = RefusedException.class)
@Bulkhead(name = "outer", maxConcurrent = OuterClient.PLACES, maxWait = OuterClient.QUEUEING_MILLIS + "ms")
@Timeout(OuterClient.LIMIT_MILLIS + "ms")
interface OuterClient extends Client {

    int LIMIT_MILLIS = 200;
    int PLACES = 6;
    int QUEUEING_MILLIS = 50;
}
