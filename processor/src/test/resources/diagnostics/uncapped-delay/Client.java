package com.acme;

import dev.holdfast.annotations.*;

@CircuitBreaker(recoveryFactor = 2)
interface Client {
    @Backoff(maxAttempts = 9, baseDelay = "10s", maxDelay = "1h")
    String one();

    @Backoff(baseDelay = "20m", maxDelay = "20m")
    String two();

    @Backoff(maxDelay = "24h")
    String fine();

    @CircuitBreaker(recoveryFactor = 2, maxRecoveryTimeout = "10m")
    String alsoFine();
}

// expect: Client.java:5: warning: [holdfast:uncapped-delay] @CircuitBreaker on Client lets each failed probe multiply recoveryTimeout by 2.0 without a limit. Fix: set maxRecoveryTimeout.
// expect: Client.java:7: warning: [holdfast:uncapped-delay] @Backoff on Client.one() lets the wait before an attempt grow to 21 min 20 s. Fix: set maxDelay to 10 min or less.
// expect: Client.java:5: warning: [holdfast:short-recovery] @CircuitBreaker allows probes 1 min after it has opened, but one call of Client.one() may take 42 min 30 s with all its attempts. Fix: raise recoveryTimeout, or lower the attempts, the delays or the timeout.
// expect: Client.java:10: warning: [holdfast:uncapped-delay] @Backoff on Client.two() lets the wait before an attempt grow to 20 min. Fix: set maxDelay to 10 min or less.
// expect: Client.java:5: warning: [holdfast:short-recovery] @CircuitBreaker allows probes 1 min after it has opened, but one call of Client.two() may take 1 h 20 min with all its attempts. Fix: raise recoveryTimeout, or lower the attempts, the delays or the timeout.
