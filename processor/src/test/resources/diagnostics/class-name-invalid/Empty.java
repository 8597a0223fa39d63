package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "")
interface Empty {
    void call();
}
