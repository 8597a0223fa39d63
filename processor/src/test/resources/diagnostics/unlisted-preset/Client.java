package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@interface Patient {}

@Patient
interface Client {
    void call();
}

interface Single {
    @Patient
    void call(@Patient String argument);
}

@SuppressWarnings("holdfast:unlisted-preset")
interface Silenced {
    @Patient
    void call();
}

@Patient
@Resilient
interface Marked {
    void call();
}

interface Mixed {
    @Patient
    void call();

    @CircuitBreaker
    void other();
}
