package com.acme;

import dev.holdfast.annotations.*;

@Exempt
@Backoff
interface Client {
    @Resilient(className = "Other")
    void call();
}

// expect: Client.java:5: error: [holdfast:misplaced-annotation] @Exempt has no effect on the type Client. Fix: move it to the methods to leave unprotected.
// expect: Client.java:8: error: [holdfast:misplaced-annotation] @Resilient has no effect on the method Client.call(). Fix: move it to the interface.
