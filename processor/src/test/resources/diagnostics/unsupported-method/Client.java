package com.acme;

import dev.holdfast.annotations.*;

interface Client {
    @Backoff
    static void make() {}

    @CircuitBreaker
    private void help() {}

    @Backoff
    String toString();

    @Backoff
    void call();
}
