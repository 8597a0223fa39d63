package com.acme;

import dev.holdfast.annotations.*;

@Backoff
@Resilient(className = "Safe")
interface First {
    void call();
}

// expect: Second.java:6: error: [holdfast:class-name-collision] Second and com.acme.First would both generate com.acme.Safe. Fix: choose another name for one of them with @Resilient(className).
// expect: Upper.java:6: error: [holdfast:class-name-collision] Upper and com.acme.Lower would both generate com.acme.SAFEUpper in different cases, which is one file on many computers. Fix: choose another name for one of them with @Resilient(className).
