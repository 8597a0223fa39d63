package com.acme;

import dev.holdfast.annotations.*;

interface Client {
    @RateLimited(hint = ApiHint.class)
    String call() throws java.util.concurrent.TimeoutException;

    @RateLimited(hint = ApiHint.class)
    String fine() throws java.io.IOException;
}

// expect: Client.java:6: error: [holdfast:hint-not-declared] @RateLimited.hint is ApiHint, a hint for the checked exception ApiException, which Client.call() does not declare. Fix: declare it: throws ApiException.
