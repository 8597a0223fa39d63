package com.acme;

import dev.holdfast.annotations.*;

interface Client {
    @Backoff(deadline = "10s")
    String one();

    @Backoff(deadline = "500ms")
    String two();

    @Backoff(deadline = "15s")
    String fine();
}
