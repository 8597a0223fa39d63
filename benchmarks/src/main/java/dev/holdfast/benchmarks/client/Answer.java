package dev.holdfast.benchmarks.client;

/**
 * What a call returns: as in an HTTP client it has a status, which a rate limiter looks at.
 *
 * @param status an HTTP status
 */
public record Answer(int status) {}
