package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;

@Timeout("10s")
interface Client {
    @Backoff(maxAttempts = 2, deadline = "9s")
    String fromType() throws IOException;

    @Timeout("31s")
    @Backoff(maxAttempts = 2, deadline = "30s")
    String own() throws IOException;

    @Backoff(maxAttempts = 2, deadline = "10s")
    String fine() throws IOException;

    @Backoff(maxAttempts = 2)
    String noDeadline() throws IOException;
}

// expect: Client.java:6: error: [holdfast:timeout-above-deadline] @Timeout gives one attempt of Client.fromType() 10 s, more than the deadline of @Backoff, 9 s, allows for all attempts. Fix: shorten the timeout, or raise deadline.
// expect: Client.java:11: error: [holdfast:timeout-above-deadline] @Timeout gives one attempt of Client.own() 31 s, more than the deadline of @Backoff, 30 s, allows for all attempts. Fix: shorten the timeout, or raise deadline.
