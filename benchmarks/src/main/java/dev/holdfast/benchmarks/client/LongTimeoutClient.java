package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Timeout;

/** Attempts are cut after ten seconds. */
@Timeout("10s")
public interface LongTimeoutClient extends Client {}
