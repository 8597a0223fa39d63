package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "SafeUpper")
interface Lower {
    void call();
}
