package com.example.weather

import retrofit2.Retrofit
import retrofit2.converter.scalars.ScalarsConverterFactory
import retrofit2.create

/** The client of a server, without protection. */
fun plainWeatherApi(url: String): WeatherApi =
    Retrofit.Builder()
        .baseUrl(url)
        .addConverterFactory(ScalarsConverterFactory.create())
        .build()
        .create()

/** The protected client of a server. One for the whole app, so that all screens share its breaker. */
fun weatherApi(url: String): WeatherApi = ResilientWeatherApi(plainWeatherApi(url))
