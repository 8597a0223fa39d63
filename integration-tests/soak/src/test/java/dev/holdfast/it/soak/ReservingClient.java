package dev.holdfast.it.soak;

import dev.holdfast.annotations.RateLimited;

/** Has few places, for which calls wait for minutes if nobody calls them off. */
@RateLimited(name = "reserving", permits = 1, per = "1s", maxWait = "10m", maxDelay = "10m")
interface ReservingClient extends Client {}
