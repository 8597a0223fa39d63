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

// expect: Client.java:8: error: [holdfast:unreachable-attempts] @Backoff on Client.none() waits at least 30 s in total, longer than its deadline of 29 s: attempt 3 is never made. Fix: raise deadline, or lower maxAttempts or the delays.
// expect: Client.java:11: error: [holdfast:unreachable-attempts] @Backoff on Client.equal() waits at least 15 s in total, longer than its deadline of 14 s: attempt 3 is never made. Fix: raise deadline, or lower maxAttempts or the delays.
// expect: Client.java:14: error: [holdfast:unreachable-attempts] @Backoff on Client.decorrelated() waits at least 30 s in total, longer than its deadline of 29 s: attempt 4 is never made. Fix: raise deadline, or lower maxAttempts or the delays.
