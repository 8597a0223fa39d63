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
