package dev.holdfast.it.vendors;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch.core.IndexRequest;
import co.elastic.clients.elasticsearch.core.IndexResponse;
import co.elastic.clients.transport.TransportException;
import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import dev.holdfast.annotations.Resilient;

/** The calls of Elasticsearch that an application makes. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "10ms")
@RateLimited(on = {ElasticsearchException.class, TransportException.class})
@Resilient(of = ElasticsearchClient.class, include = "search|get|count", interfaceName = "SearchApi")
public interface SearchPolicy {

    /** Without an id, a second one would be another document. */
    @Backoff(maxAttempts = 1)
    IndexResponse index(IndexRequest<?> request);
}
