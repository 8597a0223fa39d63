package com.acme;

import dev.holdfast.annotations.*;

@Backoff(jitter = Jitter.NONE)
@SuppressWarnings({"holdfast:no-jiter", "unused", "holdfast:no-jitter"})
interface Client {
    @SuppressWarnings("holdfast:out-of-range")
    void call();
}

// expect: Client.java:6: warning: [holdfast:unknown-code] @SuppressWarnings names "holdfast:no-jiter", which is not a warning of Holdfast (did you mean holdfast:no-jitter?). Fix: write the code that the warning shows in brackets, or remove it.
// expect: Client.java:8: warning: [holdfast:unknown-code] @SuppressWarnings names "holdfast:out-of-range", which is not a warning of Holdfast. Fix: write the code that the warning shows in brackets, or remove it.
