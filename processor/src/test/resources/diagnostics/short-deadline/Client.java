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

// expect: Client.java:6: warning: [holdfast:short-deadline] @Backoff on Client.one() may wait 15 s in total, longer than its deadline of 10 s: attempt 5 may never be made. Fix: raise deadline, or lower maxAttempts or the delays.
// expect: Client.java:9: warning: [holdfast:short-deadline] @Backoff on Client.two() may wait 15 s in total, longer than its deadline of 500 ms: attempt 2 may never be made. Fix: raise deadline, or lower maxAttempts or the delays.
