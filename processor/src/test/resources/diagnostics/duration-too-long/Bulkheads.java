package com.acme;

import dev.holdfast.annotations.*;

interface Bulkheads {
    @Bulkhead(maxWait = "8760h1ns")
    void tooLong();

    @Bulkhead(maxWait = "8760h")
    void aYear();
}
