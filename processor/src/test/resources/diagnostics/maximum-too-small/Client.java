package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryTimeout = "2m", maxRecoveryTimeout = "1m")
@Backoff(baseDelay = "2m")
@RateLimited(defaultDelay = "10m", maxDelay = "5m")
interface Client {
    java.net.http.HttpResponse<String> call();
}

// expect: Client.java:6: error: [holdfast:maximum-too-small] @Backoff.maxDelay (1 min) is less than baseDelay (2 min). Fix: raise maxDelay or lower baseDelay.
// expect: Client.java:7: error: [holdfast:maximum-too-small] @RateLimited.maxDelay (5 min) is less than defaultDelay (10 min). Fix: raise maxDelay or lower defaultDelay.
// expect: Client.java:5: error: [holdfast:maximum-too-small] @CircuitBreaker.maxRecoveryTimeout (1 min) is less than recoveryTimeout (2 min). Fix: raise maxRecoveryTimeout or lower recoveryTimeout.
// expect: Client.java:5: warning: [holdfast:short-recovery] @CircuitBreaker allows probes 2 min after it has opened, but one call of Client may take 4 min with all its attempts. Fix: raise recoveryTimeout, or lower the attempts, the delays or the timeout.
// expect: Rates.java:5: error: [holdfast:maximum-too-small] @CircuitBreaker.window (19 calls) is less than minimumCalls (20 calls). Fix: raise window or lower minimumCalls.
// expect: Rates.java:9: error: [holdfast:maximum-too-small] @CircuitBreaker.window (1 call) is less than minimumCalls (2 calls). Fix: raise window or lower minimumCalls.
