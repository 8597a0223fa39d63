package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Backoff;

/** Retried at once. */
@Backoff(maxAttempts = 3, baseDelay = "0s")
public interface RetryClient extends Client {}
