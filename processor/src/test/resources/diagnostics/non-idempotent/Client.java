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

// expect: Client.java:11: warning: [holdfast:non-idempotent] Client.create(String) sends POST, and @Backoff sends it again after a failure, though the server may have carried out the first. Fix: send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @Backoff(maxAttempts = 1).
// expect: Client.java:14: warning: [holdfast:non-idempotent] Client.change(String) sends PATCH, and @Backoff sends it again after a failure, though the server may have carried out the first. Fix: send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @Backoff(maxAttempts = 1).
// expect: Client.java:82: warning: [holdfast:non-idempotent] Library.create(String) sends POST, and @Backoff sends it again after a failure, though the server may have carried out the first. Fix: send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @Backoff(maxAttempts = 1).
// expect: Client.java:70: warning: [holdfast:non-idempotent] Searches.create(String) sends POST, and @Backoff sends it again after a failure, though the server may have carried out the first. Fix: send an Idempotency-Key, mark the method as safe to repeat with an annotation named @Idempotent, or give it its own @Backoff(maxAttempts = 1).
