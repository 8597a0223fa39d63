package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.Jitter;

/** Retried after a long time, to see what a pending retry holds on to. */
@Backoff(maxAttempts = 2, baseDelay = "1h", maxDelay = "1h", jitter = Jitter.NONE)
@SuppressWarnings({"holdfast:no-jitter", "holdfast:uncapped-delay"})
public interface AsyncLateRetryClient extends AsyncClient {}
