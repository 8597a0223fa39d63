package com.acme;

import dev.holdfast.annotations.*;

@Backoff(maxDelay = "8761h", deadline = "99999999999999999999h")
interface Client {
    void call();
}

// expect: Bulkheads.java:6: error: [holdfast:duration-too-long] @Bulkhead.maxWait is "8760h1ns", which is more than 365 days. Fix: write a shorter duration.
// expect: Client.java:5: error: [holdfast:duration-too-long] @Backoff.maxDelay is "8761h", which is more than 365 days. Fix: write a shorter duration.
// expect: Client.java:5: error: [holdfast:duration-too-long] @Backoff.deadline is "99999999999999999999h", which is more than 365 days. Fix: write a shorter duration.
