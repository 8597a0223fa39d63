package com.acme;

import dev.holdfast.annotations.*;

@Backoff
class Client {
    void call() {}
}

// expect: Client.java:5: error: [holdfast:not-an-interface] Client is a class, and only interfaces can be protected. Fix: extract an interface from it and annotate that.
// expect: Kind.java:5: error: [holdfast:not-an-interface] Kind is an enum, and only interfaces can be protected. Fix: extract an interface from it and annotate that.
