package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker
interface Client {
    @Exempt
    @Backoff
    void call();

    void other();
}
