package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Timeout;

/** Limited to a time so short that it counts when an attempt began. */
@Timeout("100ms")
public interface ShortTimeoutClient extends Client {}
