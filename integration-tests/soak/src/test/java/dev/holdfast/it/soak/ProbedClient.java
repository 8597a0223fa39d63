package dev.holdfast.it.soak;

import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.Timeout;

/** Opens soon, and has places for probes that nobody gives back but the probes themselves. */
@CircuitBreaker(
        name = "probed",
        failureThreshold = 2,
        recoveryTimeout = "1h",
        successThreshold = ProbedClient.PROBES,
        failureStatuses = "503")
@Timeout("100ms")
interface ProbedClient extends Client {

    int PROBES = 3;
}
