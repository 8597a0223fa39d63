package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(failureStatuses = {"500", "5x", "504-500"})
@Backoff(retryStatuses = "600")
interface Client {
    void call();
}
