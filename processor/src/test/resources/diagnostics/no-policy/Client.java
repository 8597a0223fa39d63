package com.acme;

import dev.holdfast.annotations.*;

@Resilient(className = "Safe*")
interface Client {
    void call();
}

// expect: AllTheirOwn.java:5: error: [holdfast:no-policy] AllTheirOwn carries @CircuitBreaker, but every abstract method has its own or is exempt. Fix: remove it.
// expect: Client.java:5: error: [holdfast:no-policy] Client carries @Resilient, but no policy holds for any of its methods. Fix: add a policy, such as @CircuitBreaker or @Backoff, to it or to its methods.
// expect: Marker.java:20: error: [holdfast:no-policy] LibraryPolicy carries @Backoff, but it holds for no method of Library: each is exempt, has its own or sends nothing. Fix: remove it, or declare the methods to protect in LibraryPolicy, with policies of their own.
// expect: Marker.java:5: error: [holdfast:no-policy] Marker carries @Backoff, but it has no abstract method. Fix: remove it.
// expect: Marker.java:30: error: [holdfast:no-policy] NoPolicy carries @Resilient, but no policy holds for any of its methods. Fix: add a policy, such as @CircuitBreaker or @Backoff, to it or to its methods.
// expect: OnlyClose.java:5: error: [holdfast:no-policy] OnlyClose carries @Backoff, but its only abstract method is close(), which takes no annotation but its own. Fix: remove it.
