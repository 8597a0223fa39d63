package com.acme;

import dev.holdfast.annotations.*;

@Backoff
interface Client {
    void call();

    void more();
}

// expect: Client.java:6: error: [holdfast:stale-source] com.acme.ResilientClient, the generated class for Client, is among the sources, written by an earlier build. Fix: delete that file, and keep generated sources out of the source folders.
