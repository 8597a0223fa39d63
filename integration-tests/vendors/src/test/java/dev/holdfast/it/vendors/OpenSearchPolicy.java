package dev.holdfast.it.vendors;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;
import org.opensearch.client.opensearch._types.OpenSearchException;
import org.opensearch.client.transport.OpenSearchTransport;
import org.opensearch.client.transport.httpclient5.ResponseException;

/** All requests of OpenSearch's clients of a transport, for an application that only reads. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(
        on = {OpenSearchException.class, ResponseException.class},
        defaultDelay = "1s")
@Resilient(of = OpenSearchTransport.class, include = "performRequest*")
public interface OpenSearchPolicy {}
