package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Bodies extends One, Other {
    void call();
}

interface One {
    default void close() {}
}

interface Other {
    default void close() {}
}
