package dev.holdfast.it.clients;

import dev.holdfast.annotations.Backoff;
import dev.holdfast.annotations.CircuitBreaker;
import dev.holdfast.annotations.RateLimited;
import okhttp3.ResponseBody;
import retrofit2.Call;
import retrofit2.http.GET;
import retrofit2.http.Path;
import retrofit2.http.Streaming;

/** An interface as Retrofit's users write it, with policies: the delegate is what Retrofit makes of it. */
@CircuitBreaker
@Backoff(maxAttempts = 4, baseDelay = "1ms", maxDelay = "2ms")
@RateLimited
interface RetrofitCallApi {

    @GET("/{path}")
    Call<ResponseBody> get(@Path("path") String path);

    /** The body of a good answer is read from the connection, which is busy until then. */
    @Streaming
    @GET("/{path}")
    Call<ResponseBody> stream(@Path("path") String path);
}
