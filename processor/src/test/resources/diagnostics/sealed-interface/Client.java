package com.acme;

import dev.holdfast.annotations.*;

@Backoff
sealed interface Client permits Only {
    void call();
}
