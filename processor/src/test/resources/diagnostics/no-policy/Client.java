package com.acme;

import dev.holdfast.annotations.*;

@Resilient(className = "Safe*")
interface Client {
    void call();
}
