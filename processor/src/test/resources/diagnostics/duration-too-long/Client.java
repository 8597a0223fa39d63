package com.acme;

import dev.holdfast.annotations.*;

@Backoff(maxDelay = "8761h", deadline = "99999999999999999999h")
interface Client {
    void call();
}
