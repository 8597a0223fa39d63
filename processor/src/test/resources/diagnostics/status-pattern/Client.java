package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(failureStatuses = {"500", "5x", "504-500"})
@Backoff(retryStatuses = "600")
interface Client {
    void call();
}

// expect: Client.java:6: error: [holdfast:status-pattern] @Backoff.retryStatuses has "600", which is not a pattern for HTTP statuses. Fix: write "503", "5xx" or "500-504".
// expect: Client.java:5: error: [holdfast:status-pattern] @CircuitBreaker.failureStatuses has "5x", which is not a pattern for HTTP statuses (did you mean 5xx?). Fix: write "503", "5xx" or "500-504".
// expect: Client.java:5: error: [holdfast:status-pattern] @CircuitBreaker.failureStatuses has "504-500", which is not a pattern for HTTP statuses (did you mean 500-504?). Fix: write "503", "5xx" or "500-504".
