package dev.holdfast.it.vendors;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.transport.ElasticsearchTransport;
import co.elastic.clients.transport.TransportException;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** All requests of the clients of a transport, for an application that only reads. */
@CircuitBreaker(failureThreshold = 6)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = {ElasticsearchException.class, TransportException.class})
@Resilient(of = ElasticsearchTransport.class, include = "performRequest*")
public interface TransportPolicy {}
