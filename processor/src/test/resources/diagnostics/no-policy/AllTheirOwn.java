package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker
interface AllTheirOwn {
    @CircuitBreaker(failureThreshold = 2)
    void call();

    @Exempt
    void other();

    default void more() {}
}
