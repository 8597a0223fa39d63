package com.acme;

import dev.holdfast.annotations.*;

class Client {
    @Backoff
    void call() {}

    @CircuitBreaker
    @Exempt
    void other() {}
}

// expect: Client.java:6: error: [holdfast:method-of-class] @Backoff on Client.call(), but Client is a class, and only methods of interfaces can be protected. Fix: extract an interface and annotate its method.
// expect: Client.java:9: error: [holdfast:method-of-class] @CircuitBreaker on Client.other(), but Client is a class, and only methods of interfaces can be protected. Fix: extract an interface and annotate its method.
