package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "_")
interface Underscore {
    void call();
}
