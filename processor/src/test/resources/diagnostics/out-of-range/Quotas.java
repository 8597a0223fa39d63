package com.acme;

import dev.holdfast.annotations.*;

interface Quotas {
    @RateLimited(permits = -1, per = "1m")
    void negative();

    @RateLimited(permits = 1_000_000_001, maxWait = "1s")
    void tooMany();

    @RateLimited(permits = 1_001, per = "1us", maxWait = "1s")
    void finerThanNanoseconds();

    @RateLimited(permits = 1_000, per = "1us", maxWait = "1s")
    void asFineAsNanoseconds();

    @RateLimited(permits = 10, burst = -1)
    void negativeBurst();

    @RateLimited(permits = 2, per = "48h", burst = 366)
    void regainedInMoreThanAYear();

    @RateLimited(permits = 2, per = "48h", burst = 365)
    void regainedInAYear();
}
