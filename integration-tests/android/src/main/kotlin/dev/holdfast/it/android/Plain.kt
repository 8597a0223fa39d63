package dev.holdfast.it.android

import com.example.weather.WeatherRepository
import com.example.weather.plainWeatherApi

/** The same program without Holdfast around its client: what is compared with. */
object Plain {

    @JvmStatic
    fun main(arguments: Array<String>) = ask(WeatherRepository(plainWeatherApi(arguments[0])))
}
