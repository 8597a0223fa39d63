package com.acme;

import dev.holdfast.annotations.*;

@RateLimited(permits = 10)
interface Client {
    void call();

    @RateLimited(permits = 600, per = "1m")
    void often();

    @RateLimited(permits = 1)
    void single();

    @RateLimited(permits = 10, burst = 9)
    void atOnce();

    @RateLimited(permits = 10, maxWait = "1s")
    void patient();

    @SuppressWarnings("holdfast:quota-without-slack")
    @RateLimited(permits = 10)
    void meant();
}
