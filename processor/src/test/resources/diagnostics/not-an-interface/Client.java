package com.acme;

import dev.holdfast.annotations.*;

@Backoff
class Client {
    void call() {}
}
