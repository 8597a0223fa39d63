package dev.holdfast.it.soak;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Bulkhead;
import dev.holdfast.annotations.RateLimited;

/** Calls at a pace of its own, with waits for places in quota and bulkhead. */
@Backoff(maxAttempts = 2, baseDelay = "5ms", maxDelay = "30ms")
@RateLimited(
        name = "quota",
        defaultDelay = "40ms",
        maxDelay = "1500ms",
        permits = QuotaClient.PERMITS,
        per = "1s",
        burst = QuotaClient.BURST,
        maxWait = QuotaClient.WAITING_MILLIS + "ms",
        on = RefusedException.class)
@Bulkhead(name = "quota", maxConcurrent = QuotaClient.PLACES, maxWait = QuotaClient.QUEUEING_MILLIS + "ms")
interface QuotaClient extends Client {

    int PERMITS = 100;
    int BURST = 10;
    int WAITING_MILLIS = 300;
    int PLACES = 4;
    int QUEUEING_MILLIS = 200;
}
