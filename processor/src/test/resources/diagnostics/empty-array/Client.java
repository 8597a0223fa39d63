package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(monitored = {}, failureStatuses = {})
@Backoff(
        retryOn = {},
        retryStatuses = {})
@RateLimited(statuses = {})
interface Client {
    java.net.http.HttpResponse<String> call();

    @Backoff(retryOn = {})
    java.net.http.HttpResponse<String> onlyStatuses();
}

interface Answered {
    @Fallback(on = {})
    String call();
}

// expect: Client.java:18: error: [holdfast:empty-array] @Fallback.on is empty, so nothing is ever answered. Fix: name exceptions in on.
// expect: Client.java:7: error: [holdfast:empty-array] @Backoff.retryOn is empty, so nothing is ever retried. Fix: name exceptions in retryOn, statuses in retryStatuses or a predicate in retryResult.
// expect: Client.java:9: error: [holdfast:empty-array] @RateLimited.statuses is empty, so nothing is ever a rate limit. Fix: name a status, such as 429.
// expect: Client.java:5: error: [holdfast:empty-array] @CircuitBreaker.monitored is empty, so nothing ever counts as a failure. Fix: name exceptions in monitored, statuses in failureStatuses or a predicate in failureResult.
