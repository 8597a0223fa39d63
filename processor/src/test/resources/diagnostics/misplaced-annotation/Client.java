package com.acme;

import dev.holdfast.annotations.*;

@Exempt
@Backoff
interface Client {
    @Resilient(className = "Other")
    void call();
}
