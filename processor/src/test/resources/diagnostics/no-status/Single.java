package com.acme;

import dev.holdfast.annotations.*;

interface Single {
    @RateLimited
    String call() throws java.io.IOException;

    @RateLimited(permits = 1)
    String quota() throws java.io.IOException;
}
