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

// expect: Client.java:8: warning: [holdfast:unlisted-preset] @Patient on Client is seen only because @Patient is compiled together with it: an incremental build that compiles Client alone generates nothing. Fix: give the processor the option -Aholdfast.presets=com.acme.Patient, or add @Resilient to Client.
// expect: Client.java:14: warning: [holdfast:unlisted-preset] @Patient on Single.call(String) is seen only because @Patient is compiled together with it: an incremental build that compiles Single alone generates nothing. Fix: give the processor the option -Aholdfast.presets=com.acme.Patient, or add @Resilient to Single.
