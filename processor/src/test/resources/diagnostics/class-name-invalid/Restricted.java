package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "record")
interface Restricted {
    void call();
}
