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

// expect: Client.java:5: warning: [holdfast:quota-without-slack] @RateLimited on Client has 10 permits in 1 s and neither maxWait nor burst: a call less than 100 ms after another is rejected. Fix: set maxWait to let it wait, or set burst.
// expect: Client.java:9: warning: [holdfast:quota-without-slack] @RateLimited on Client.often() has 600 permits in 1 min and neither maxWait nor burst: a call less than 100 ms after another is rejected. Fix: set maxWait to let it wait, or set burst.
