package com.acme;

import dev.holdfast.annotations.*;

@Backoff(jitter = Jitter.NONE)
@SuppressWarnings({"holdfast:no-jiter", "unused", "holdfast:no-jitter"})
interface Client {
    @SuppressWarnings("holdfast:out-of-range")
    void call();
}
