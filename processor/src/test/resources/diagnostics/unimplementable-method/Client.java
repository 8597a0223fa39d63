package com.acme;

import dev.holdfast.annotations.*;

import java.io.IOException;

@Backoff
interface Client {
    int clone();

    void call();
}

@Backoff
interface Throwing {
    Throwing clone() throws IOException;

    int finalize();
}

@Backoff
@SuppressWarnings("holdfast:no-io")
interface Fine {
    Fine clone() throws CloneNotSupportedException;

    void clone(int count);

    int finalize(String text);
}
