package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;

@SuppressWarnings("holdfast:no-jitter")
interface Client {
    @Backoff(maxAttempts = 3, baseDelay = "10s", jitter = Jitter.NONE, deadline = "29s")
    String none() throws IOException;

    @Backoff(maxAttempts = 3, baseDelay = "10s", jitter = Jitter.EQUAL, deadline = "14s")
    String equal() throws IOException;

    @Backoff(maxAttempts = 4, baseDelay = "10s", jitter = Jitter.DECORRELATED, deadline = "29s")
    String decorrelated() throws IOException;

    @Backoff(maxAttempts = 3, baseDelay = "10s", jitter = Jitter.NONE, deadline = "30s")
    String fine() throws IOException;
}
