package com.acme;

import dev.holdfast.annotations.*;

interface Bulkheads {
    @Bulkhead(maxConcurrent = 0)
    void none();

    @Bulkhead(maxConcurrent = -5, maxWait = "1s")
    void negative();

    @Bulkhead(maxConcurrent = 1)
    void one();

    @Bulkhead(maxConcurrent = 2_147_483_647)
    void all();
}
