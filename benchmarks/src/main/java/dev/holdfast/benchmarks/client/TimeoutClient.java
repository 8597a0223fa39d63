package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Timeout;

/** Attempts are cut after half a second. */
@Timeout("500ms")
public interface TimeoutClient extends Client {}
