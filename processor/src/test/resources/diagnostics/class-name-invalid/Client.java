package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "com.acme.Safe*")
interface Client {
    void call();
}
