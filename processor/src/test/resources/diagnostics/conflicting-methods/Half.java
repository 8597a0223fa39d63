package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Half extends One, Abstract {}

interface Abstract {
    void close();
}
