package com.acme;

import dev.holdfast.annotations.*;

@Backoff(maxAttempts = 11)
@RateLimited(maxAttempts = 50)
interface Client {
    java.net.http.HttpResponse<String> call();

    @Backoff(maxAttempts = 10)
    void few();

    @Backoff(maxAttempts = 100)
    @SuppressWarnings({"unused", "holdfast:many-attempts"})
    void meant();
}
