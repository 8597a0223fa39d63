package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;

@Timeout(value = "1s", increment = "1s")
interface Client {
    @Timeout(value = "10s", increment = "5s")
    String alone() throws IOException;

    @Timeout(value = "10s", increment = "5s")
    @Backoff(maxAttempts = 1)
    String once() throws IOException;

    @Timeout(value = "10s", increment = "5s")
    @Backoff(maxAttempts = 3)
    String fine() throws IOException;

    @Timeout(value = "10s", increment = "5s")
    @RateLimited
    java.net.http.HttpResponse<String> limited() throws IOException;

    String ofType() throws IOException;
}

// expect: Client.java:8: error: [holdfast:increment-unused] @Timeout.increment on Client.alone() has no effect, because there is never a second attempt. Fix: remove it, or retry with @Backoff.
// expect: Client.java:11: error: [holdfast:increment-unused] @Timeout.increment on Client.once() has no effect, because there is never a second attempt. Fix: remove it, or retry with @Backoff.
