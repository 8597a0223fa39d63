package com.example.weather;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;

/** Says how the weather is. */
@CircuitBreaker(failureThreshold = 3)
@Backoff(maxAttempts = 3, baseDelay = "200ms")
public interface WeatherClient {

    String today(String city) throws IOException;

    @RateLimited(hint = BusyException.Hint.class)
    String tomorrow(String city) throws BusyException;
}
