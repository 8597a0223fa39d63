package dev.holdfast.it.shrinkers.app;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;

/** What README shows: a breaker, a backoff and a rate limit. */
@CircuitBreaker
@Backoff
@RateLimited
interface WeatherClient {

    Report today(String city) throws IOException;

    Report tomorrow(String city) throws IOException;
}
