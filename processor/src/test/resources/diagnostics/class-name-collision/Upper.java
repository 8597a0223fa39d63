package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "SAFEUpper")
interface Upper {
    void call();
}
