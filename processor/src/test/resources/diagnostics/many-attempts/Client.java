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

// expect: Client.java:5: warning: [holdfast:many-attempts] @Backoff.maxAttempts on Client is 11: a service in trouble would get many times its load. Fix: use 10 or less.
// expect: Client.java:6: warning: [holdfast:many-attempts] @RateLimited.maxAttempts on Client is 50: a service in trouble would get many times its load. Fix: use 10 or less.
