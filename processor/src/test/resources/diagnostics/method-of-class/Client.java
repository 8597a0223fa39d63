package com.acme;

import dev.holdfast.annotations.*;

class Client {
    @Backoff
    void call() {}

    @CircuitBreaker
    @Exempt
    void other() {}
}
