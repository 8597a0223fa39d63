package com.acme;

import dev.holdfast.annotations.*;
import java.io.IOException;

@Bulkhead(maxWait = "5s")
interface Client {
    @Timeout("1s")
    String tooShort() throws IOException;

    @Timeout("5s")
    String fine() throws IOException;

    String unlimited() throws IOException;
}

// expect: Client.java:6: error: [holdfast:bulkhead-wait-above-timeout] @Bulkhead lets an attempt of Client.tooShort() wait 5 s for a place, more than the 1 s that @Timeout gives the attempt itself. Fix: shorten maxWait, or raise the timeout.
