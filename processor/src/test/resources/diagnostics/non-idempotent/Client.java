package com.acme;

import dev.holdfast.annotations.*;

import feign.Headers;
import feign.RequestLine;
import retrofit2.http.POST;

@Backoff
interface Client {
    @POST("orders")
    String create(String order);

    @RequestLine("PATCH /orders/{id}")
    String change(String id);

    @RequestLine("GET /orders")
    String list();

    @RequestLine("PUT /orders/{id}")
    String put(String id);

    @POST("orders")
    String keyed(String order, String idempotencyKey);

    @RequestLine("POST /orders")
    @Headers({"Accept: text/plain", "Idempotency-Key: {key}"})
    String keyedByHeader(String key);

    @POST("orders")
    @Idempotent
    String harmless(String order);

    @POST("orders")
    @Backoff(maxAttempts = 1)
    String once(String order);

    @POST("orders")
    @SuppressWarnings("holdfast:non-idempotent")
    String silenced(String order);

    @POST("orders")
    @Backoff(retryOn = java.net.ConnectException.class, retryStatuses = {})
    String notSent(String order) throws java.io.IOException;

    @POST("orders")
    @Exempt
    String exempt(String order);
}

@CircuitBreaker
@RateLimited
interface Limited {
    @POST("orders")
    java.net.http.HttpResponse<String> create(String order);
}

@Backoff
@Resilient(idempotent = "search*|count")
interface Searches {
    @POST("search")
    String search(String query);

    @POST("search/orders")
    String searchOrders(String query);

    @POST("count")
    int count(String query);

    @POST("orders")
    String create(String order);
}

interface Library {
    @POST("orders")
    String create(String order);

    @POST("search")
    String search(String query);
}

@Backoff
@Resilient(of = Library.class, idempotent = "search")
interface LibraryPolicy {}

@Backoff
@Resilient(of = Library.class, className = "Quiet*", idempotent = "search")
interface QuietPolicy {
    @SuppressWarnings("holdfast:non-idempotent")
    String create(String order);
}
