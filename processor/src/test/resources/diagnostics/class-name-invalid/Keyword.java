package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "class")
interface Keyword {
    void call();
}
