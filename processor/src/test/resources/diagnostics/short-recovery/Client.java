package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;

@CircuitBreaker(recoveryTimeout = "10s")
interface Client {
    @Backoff(maxAttempts = 5)
    String waits() throws IOException;

    @Timeout("4s")
    @Backoff(maxAttempts = 3, baseDelay = "100ms")
    String attempts() throws IOException;

    @Timeout("4s")
    @Backoff(maxAttempts = 3, baseDelay = "100ms", deadline = "10s")
    String bounded() throws IOException;

    @Backoff(maxAttempts = 4)
    String fine() throws IOException;
}
