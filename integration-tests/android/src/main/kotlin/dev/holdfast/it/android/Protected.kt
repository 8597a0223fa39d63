package dev.holdfast.it.android

import com.example.weather.WeatherRepository
import com.example.weather.weatherApi

/** Asks a server as the sample's screen does. */
object Protected {

    @JvmStatic
    fun main(arguments: Array<String>) = ask(WeatherRepository(weatherApi(arguments[0])))
}
