package dev.holdfast.it.coroutines

import dev.holdfast.annotations.Backoff
import dev.holdfast.annotations.CircuitBreaker
import dev.holdfast.annotations.RateLimited
import dev.holdfast.annotations.Resilient
import okhttp3.ResponseBody
import retrofit2.Response
import retrofit2.http.GET
import retrofit2.http.Path

/** A client of Retrofit's. */
interface HttpApi {
    @GET("{path}")
    suspend fun response(@Path("path") path: String): Response<ResponseBody>

    @GET("{path}")
    suspend fun body(@Path("path") path: String): ResponseBody
}

/** The policies of a client that this project does not own. */
@Resilient(of = HttpApi::class)
@Backoff(maxAttempts = 3, baseDelay = "1ms")
@RateLimited
@CircuitBreaker
interface HttpPolicies
