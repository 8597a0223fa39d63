package com.acme;

import dev.holdfast.annotations.*;

interface Bulkheads {
    @Bulkhead(maxWait = "1 second")
    void words();

    @Bulkhead(maxWait = "")
    void empty();

    @Bulkhead(maxWait = "0s")
    void none();
}
