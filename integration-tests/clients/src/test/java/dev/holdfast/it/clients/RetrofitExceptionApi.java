package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import retrofit2.HttpException;

/** Over Retrofit, with bodies, and an exception where there is none. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s", on = HttpException.class)
interface RetrofitExceptionApi {

    String get(String path) throws IOException;
}
