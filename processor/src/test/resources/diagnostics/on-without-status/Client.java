package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(on = {IllegalStateException.class})
interface Client {
    java.net.http.HttpResponse<String> call();
}

// expect: Client.java:5: error: [holdfast:on-without-status] @RateLimited.on names IllegalStateException, which has no readable status: no accessible statusCode(), status(), code(), getResponse() or the like that leads to an int. Fix: write a RateLimitHint<IllegalStateException> and name it in hint.
