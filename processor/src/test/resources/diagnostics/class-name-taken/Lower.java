package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "lower")
interface Lower {
    void call();
}
