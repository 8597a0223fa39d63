package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(failureThreshold = 5, failureRate = 50, window = "100 calls")
interface Client {
    String call();

    @CircuitBreaker(
            failureThreshold = 3,
            slowCall = "2s",
            slowCallRate = 50,
            window = "60s")
    String slow();

    @CircuitBreaker(failureRate = 50, window = "100 calls")
    String right();
}

// expect: Client.java:5: error: [holdfast:contradictory-setting] @CircuitBreaker.failureThreshold and failureRate are both set, but only one of them can apply. Fix: remove failureThreshold or failureRate.
// expect: Client.java:10: error: [holdfast:contradictory-setting] @CircuitBreaker.failureThreshold and slowCallRate are both set, but only one of them can apply. Fix: remove failureThreshold or slowCallRate.
// expect: Library.java:10: error: [holdfast:contradictory-setting] @Resilient.defaults and of are both set, but only one of them can apply. Fix: remove defaults or of.
// expect: Nested.java:18: error: [holdfast:contradictory-setting] @Resilient.nested is set, but of names Cloud, which is a class, and only an interface's clients can be protected with it. Fix: remove nested, and protect what the methods return by a policy interface of its own.
// expect: Nested.java:18: warning: [holdfast:unprotected-methods] methods of Cloud return other clients, whose calls are not protected: part. Fix: name them, as in exempt = "part", and protect what they return by a policy interface of its own.
// expect: Facade.java:10: error: [holdfast:contradictory-setting] @Resilient.interfaceName and of are both set, but only one of them can apply. Fix: remove interfaceName or of.
