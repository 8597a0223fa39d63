package com.acme;

import dev.holdfast.annotations.*;

@Backoff(retryResult = Negative.class)
interface Client {
    String call();

    void nothing();
}
