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
