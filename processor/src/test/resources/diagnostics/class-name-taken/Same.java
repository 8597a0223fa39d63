package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "*")
interface Same {
    void call();
}
