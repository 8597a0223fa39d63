package com.example.weather

import dev.holdfast.runtime.CircuitOpenException
import dev.holdfast.runtime.RateLimitedException
import java.io.IOException
import retrofit2.Response

/** What a screen shows. */
sealed interface Weather {

    data class Known(val text: String) : Weather

    data class Unknown(val reason: String) : Weather
}

/** Reads the weather, and says in words why there is none. */
class WeatherRepository(private val api: WeatherApi) {

    suspend fun now(city: String): Weather = read { api.now(city) }

    suspend fun tomorrow(city: String): Weather = read { api.tomorrow(city) }

    private suspend fun read(call: suspend () -> Response<String>): Weather =
        try {
            val response = call()
            val text = response.body()
            if (text != null) Weather.Known(text) else Weather.Unknown("status ${response.code()}")
        } catch (failure: CircuitOpenException) {
            Weather.Unknown("the server is down, try again in a while")
        } catch (failure: RateLimitedException) {
            Weather.Unknown("too many requests, try again in a while")
        } catch (failure: IOException) {
            Weather.Unknown("no connection")
        }
}
