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
// expect: Facade.java:10: error: [holdfast:contradictory-setting] @Resilient.interfaceName and of are both set, but only one of them can apply. Fix: remove interfaceName or of.
// expect: Nested.java:32: error: [holdfast:contradictory-setting] @Resilient.interfaceName is set, but nested names classes, and methods of Wide return the generated ones for these. Fix: remove interfaceName; or remove nested, and write a policy interface for each class.
