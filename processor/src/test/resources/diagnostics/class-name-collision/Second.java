package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "Safe")
interface Second {
    void call();
}
