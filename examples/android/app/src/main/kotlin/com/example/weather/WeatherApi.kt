package com.example.weather

import dev.holdfast.annotations.Backoff
import dev.holdfast.annotations.CircuitBreaker
import dev.holdfast.annotations.RateLimited
import dev.holdfast.annotations.Timeout
import retrofit2.Response
import retrofit2.http.GET
import retrofit2.http.Path

/** The server's API. Retrofit implements it, and Holdfast writes ResilientWeatherApi around that. */
@Backoff(maxAttempts = 3, baseDelay = "200ms", deadline = "20s")
@RateLimited
@CircuitBreaker(failureThreshold = 5, recoveryTimeout = "30s")
@Timeout("5s")
interface WeatherApi {

    @GET("weather/{city}")
    suspend fun now(@Path("city") city: String): Response<String>

    @GET("forecast/{city}")
    suspend fun tomorrow(@Path("city") city: String): Response<String>
}
