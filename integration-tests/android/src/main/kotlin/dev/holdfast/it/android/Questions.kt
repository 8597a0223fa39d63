package dev.holdfast.it.android

import com.example.weather.WeatherRepository
import kotlinx.coroutines.runBlocking

/** Prints two answers of a server, then ends, though threads of OkHttp's would live on for a minute. */
internal fun ask(repository: WeatherRepository) {
    runBlocking {
        println(repository.now("Rome"))
        println(repository.tomorrow("Oslo"))
    }
    System.out.flush()
    Runtime.getRuntime().halt(0)
}
