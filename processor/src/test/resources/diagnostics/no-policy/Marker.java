package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Marker {
    default void call() {}
}
