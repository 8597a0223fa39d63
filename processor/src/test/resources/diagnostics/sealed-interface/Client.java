package com.acme;

import dev.holdfast.annotations.*;

@Backoff
sealed interface Client permits Only {
    void call();
}

// expect: Client.java:6: error: [holdfast:sealed-interface] Client is sealed and does not permit ResilientClient, so the generated class may not implement it. Fix: name ResilientClient in its permits clause, or remove sealed or make it non-sealed.
