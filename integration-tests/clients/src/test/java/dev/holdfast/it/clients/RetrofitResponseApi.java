package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import java.io.IOException;
import okhttp3.ResponseBody;
import retrofit2.Response;

/** Over Retrofit, with whole answers. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited(defaultDelay = "2s")
interface RetrofitResponseApi {

    Response<ResponseBody> get(String path) throws IOException;
}
