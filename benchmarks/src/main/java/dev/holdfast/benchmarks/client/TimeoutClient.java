package dev.holdfast.benchmarks.client;

import dev.holdfast.annotations.Timeout;

/** Limited to a time that no call takes, so that nobody need know to the microsecond when it began. */
@Timeout("5s")
public interface TimeoutClient extends Client {}
