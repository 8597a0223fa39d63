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

// expect: Client.java:6: warning: [holdfast:short-recovery] @CircuitBreaker allows probes 10 s after it has opened, but one call of Client.waits() may take 15 s with all its attempts. Fix: raise recoveryTimeout, or lower the attempts, the delays or the timeout.
// expect: Client.java:6: warning: [holdfast:short-recovery] @CircuitBreaker allows probes 10 s after it has opened, but one call of Client.attempts() may take 12.3 s with all its attempts. Fix: raise recoveryTimeout, or lower the attempts, the delays or the timeout.
