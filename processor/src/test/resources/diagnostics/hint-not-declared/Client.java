package com.acme;

import dev.holdfast.annotations.*;

interface Client {
    @RateLimited(hint = ApiHint.class)
    String call() throws java.util.concurrent.TimeoutException;

    @RateLimited(hint = ApiHint.class)
    String fine() throws java.io.IOException;
}
