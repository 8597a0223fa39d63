package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    void call();

    void more();
}
