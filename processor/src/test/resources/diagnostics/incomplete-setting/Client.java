package com.acme;

import dev.holdfast.annotations.CircuitBreaker;

@CircuitBreaker(failureRate = 50)
interface Client {
    String call();

    @CircuitBreaker(window = "100 calls")
    String window();

    @CircuitBreaker(failureRate = 50, window = "60s", slowCall = "2s")
    String slowCall();

    @CircuitBreaker(
            slowCallRate = 50,
            window = "60s")
    String slowCallRate();

    @CircuitBreaker(slowCall = "2s")
    String onlySlowCall();

    @CircuitBreaker(slowCall = "2s", slowCallRate = 50)
    String noWindow();

    @CircuitBreaker(minimumCalls = 10)
    String minimumCalls();

    @CircuitBreaker(slowCall = "2s", slowCallRate = 50, window = "60s")
    String right();
}

// expect: Client.java:5: error: [holdfast:incomplete-setting] @CircuitBreaker.failureRate is set without window, so it has no effect. Fix: set window too, or remove failureRate.
// expect: Client.java:9: error: [holdfast:incomplete-setting] @CircuitBreaker.window is set without failureRate or slowCallRate, so it has no effect. Fix: set failureRate or slowCallRate too, or remove window.
// expect: Client.java:12: error: [holdfast:incomplete-setting] @CircuitBreaker.slowCall is set without slowCallRate, so it has no effect. Fix: set slowCallRate too, or remove slowCall.
// expect: Client.java:16: error: [holdfast:incomplete-setting] @CircuitBreaker.slowCallRate is set without slowCall, so it has no effect. Fix: set slowCall too, or remove slowCallRate.
// expect: Client.java:20: error: [holdfast:incomplete-setting] @CircuitBreaker.slowCall is set without slowCallRate, so it has no effect. Fix: set slowCallRate too, or remove slowCall.
// expect: Client.java:23: error: [holdfast:incomplete-setting] @CircuitBreaker.slowCallRate is set without window, so it has no effect. Fix: set window too, or remove slowCallRate.
// expect: Client.java:26: error: [holdfast:incomplete-setting] @CircuitBreaker.minimumCalls is set without window, so it has no effect. Fix: set window too, or remove minimumCalls.
// expect: Quota.java:7: error: [holdfast:incomplete-setting] @RateLimited.per is set without permits, so it has no effect. Fix: set permits too, or remove per.
// expect: Quota.java:7: error: [holdfast:incomplete-setting] @RateLimited.burst is set without permits, so it has no effect. Fix: set permits too, or remove burst.
// expect: Quota.java:7: error: [holdfast:incomplete-setting] @RateLimited.maxWait is set without permits, so it has no effect. Fix: set permits too, or remove maxWait.
// expect: Facade.java:6: error: [holdfast:incomplete-setting] @Resilient.interfaceName is set without of, so it has no effect. Fix: set of too, or remove interfaceName.
// expect: Injection.java:6: error: [holdfast:incomplete-setting] @Resilient.qualifier is set without inject, so it has no effect. Fix: set inject too, or remove qualifier.
// expect: Injection.java:6: error: [holdfast:incomplete-setting] @Resilient.injectContext is set without inject, so it has no effect. Fix: set inject too, or remove injectContext.
// expect: Injection.java:12: error: [holdfast:incomplete-setting] @Resilient.injectContext is set without inject, so it has no effect. Fix: set inject too, or remove injectContext.
